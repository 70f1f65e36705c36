import { sheets } from './index.ts'
import { type WornSheets, wearSheets } from './wear-sheets.ts'

let worn: WornSheets | null = null

/** What the page wears now. */
export function wornNow(): WornSheets {
  if (!worn) throw new Error('This story wears no sheets.')
  return worn
}

/** These sheets, in the order in which the host imports them, for the time of one story. */
export const wearing = (...names: (keyof typeof sheets)[]) => ({
  beforeEach: () => {
    const page = wearSheets(sheets, names)
    worn = page
    return () => page.takeOff()
  },
})
