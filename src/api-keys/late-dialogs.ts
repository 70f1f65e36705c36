import type { SyntheticEvent } from 'react'
import { createLate } from '../hooks/create-late.js'
import { preloadActs } from '../hooks/late-acts.js'
import { preloadParts } from './late-parts.js'

/** Every dialog, with the secret step. */
export const lateDialogs = /*#__PURE__*/ createLate(() => import('./all-dialogs.js'))

/** For the pointer or the focus coming to a button: whoever is about to press it finds the dialog there. */
export function preloadDialogs({ target }: SyntheticEvent): void {
  if (!(target instanceof Element && target.closest('button, input'))) return
  preloadActs()
  preloadParts()
  // Whether they came is found out, and said, where somebody opens one.
  if (target.closest('button')) lateDialogs.load().catch(() => undefined)
}
