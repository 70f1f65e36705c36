import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import type { KeyView } from './key-view.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface ExpiryCellProps {
  view: Pick<KeyView, 'expiresAt' | 'status'>
  strings: ListStrings
  format: Formatters
  classNames?: SlotClassNames | undefined
}

/** The day a key ends. How soon that is, its badge says. */
export function expiryCell({ view, strings, format, classNames }: ExpiryCellProps) {
  if (view.expiresAt === null) return strings.expires.never
  return (
    <time dateTime={view.expiresAt} data-tip="expires" className={slotClass('expires', classNames)}>
      {format.date(view.expiresAt)}
    </time>
  )
}
