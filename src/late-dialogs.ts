import type { ComponentProps, SyntheticEvent } from 'react'
import { createLate } from './create-late.js'
import type { ManagerBulkDialog } from './manager-bulk-dialog.js'
import type { ManagerDialogs } from './manager-dialogs.js'

/** Every dialog but the bulk one, with the secret step. */
export const lateDialogs = /*#__PURE__*/ createLate<ComponentProps<typeof ManagerDialogs>>(
  async () => (await import('./all-dialogs.js')).ManagerDialogs,
)

export const lateBulkDialog = /*#__PURE__*/ createLate<ComponentProps<typeof ManagerBulkDialog>>(
  async () => (await import('./all-dialogs.js')).ManagerBulkDialog,
)

/** For the pointer or the focus coming to a button: whoever is about to press it finds the dialog there. */
export function preloadDialogs({ target }: SyntheticEvent): void {
  if (!(target instanceof Element && target.closest('button'))) return
  for (const { load } of [lateDialogs, lateBulkDialog]) {
    // Whether they came is found out, and said, where somebody opens one.
    load().catch(() => undefined)
  }
}
