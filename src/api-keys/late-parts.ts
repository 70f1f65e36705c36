import { createLate } from '../hooks/create-late.js'

export type LaterParts = typeof import('./later-parts.js')

/** Menus, the bar for a selection, and whose key was pasted. */
export const lateParts = /*#__PURE__*/ createLate<LaterParts>(() => import('./later-parts.js'))

/** For when somebody is about to need them. Whether they came is found out, and said, where one is used. */
export function preloadParts(): void {
  lateParts.load().catch(() => undefined)
}
