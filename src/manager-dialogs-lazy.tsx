'use client'

import type { ComponentProps } from 'react'
import { LateDialog } from './late-dialog.js'
import { lateDialogs } from './late-dialogs.js'
import type { ManagerDialogs } from './manager-dialogs.js'

/** The dialogs, which are no part of what a page with the list loads at first. */
export function ManagerDialogsLazy(props: ComponentProps<typeof ManagerDialogs>) {
  const { dialog, secret } = props.manager
  const { state } = dialog
  return (
    <LateDialog
      late={lateDialogs}
      isWanted={state !== null && state.type !== 'bulk'}
      // A secret stays: it comes again with the next attempt, and asks before it is lost.
      onMissing={() => (secret.isOpen ? undefined : dialog.close())}
      props={props}
      strings={props.strings}
      classNames={props.classNames}
    />
  )
}
