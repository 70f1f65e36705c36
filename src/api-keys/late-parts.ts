import { createLate } from '../hooks/create-late.js'

type LaterParts = typeof import('./later-parts.js')

export const lateMenu = /*#__PURE__*/ createLate<LaterParts['Menu']>(
  async () => (await import('./later-parts.js')).Menu,
)

export const lateRowMenu = /*#__PURE__*/ createLate<LaterParts['RowMenu']>(
  async () => (await import('./later-parts.js')).RowMenu,
)

export const lateSelectionBar = /*#__PURE__*/ createLate<LaterParts['SelectionBar']>(
  async () => (await import('./later-parts.js')).SelectionBar,
)

export const lateWhoseKey = /*#__PURE__*/ createLate<LaterParts['WhoseKey']>(
  async () => (await import('./later-parts.js')).WhoseKey,
)

/** For when somebody is about to need them. Whether they came is found out, and said, where one is used. */
export function preloadParts(): void {
  for (const { load } of [lateMenu, lateRowMenu, lateSelectionBar, lateWhoseKey])
    load().catch(() => undefined)
}
