import type { SyntheticEvent } from 'react'
import { createLate } from '../hooks/create-late.js'
import { preloadActs } from '../hooks/late-acts.js'
import type { KeyDialogs } from './key-dialogs.js'
import { preloadParts } from './late-parts.js'
import type { WholeBulkDialog } from './whole-bulk-dialog.js'

/** Every dialog but the bulk one, with the secret step. */
export const lateDialogs = /*#__PURE__*/ createLate<typeof KeyDialogs>(
  async () => (await import('./all-dialogs.js')).KeyDialogs,
)

export const lateBulkDialog = /*#__PURE__*/ createLate<typeof WholeBulkDialog>(
  async () => (await import('./all-dialogs.js')).WholeBulkDialog,
)

/** For the pointer or the focus coming to a button: whoever is about to press it finds the dialog there. */
export function preloadDialogs({ target }: SyntheticEvent): void {
  if (!(target instanceof Element && target.closest('button, input'))) return
  preloadActs()
  preloadParts()
  if (!target.closest('button')) return
  for (const { load } of [lateDialogs, lateBulkDialog]) {
    // Whether they came is found out, and said, where somebody opens one.
    load().catch(() => undefined)
  }
}
