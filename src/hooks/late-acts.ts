import { createLate } from './create-late.js'

export type Acts = typeof import('./acts.js')

/** The code of every write, of the life of a secret, of copying, and for looking up a pasted key. */
export const lateActs = /*#__PURE__*/ createLate<Acts>(() => import('./acts.js'))

/** For when somebody is about to need it. Whether it came is found out, and said, where it is used. */
export function preloadActs(): void {
  lateActs.load().catch(() => undefined)
}
