import { LatchkeyError } from '../client/index.js'
import { createLate } from './create-late.js'

export type Acts = typeof import('./acts.js')

/** The code of every write, of the life of a secret, and for looking up a pasted key. */
export const lateActs = /*#__PURE__*/ createLate<Acts>(() => import('./acts.js'))

/** Where the code cannot be fetched, nothing was sent: that is what `offline` says. */
export async function loadActs(): Promise<Acts> {
  try {
    return await lateActs.load()
  } catch {
    throw new LatchkeyError(
      'offline',
      'Latchkey: the code for this could not be fetched, so nothing was sent.',
    )
  }
}

/** For when somebody is about to need it. Whether it came is found out, and said, where it is used. */
export function preloadActs(): void {
  lateActs.load().catch(() => undefined)
}
