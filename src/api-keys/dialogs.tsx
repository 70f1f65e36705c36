'use client'

import type { SecretTools } from '../parts/secret-view.js'
import { callOff } from './call-off.js'
import { lateDialogs } from './late-dialogs.js'
import { LatePart } from './late-part.js'
import { useManagerScope } from './manager-context.js'

export interface DialogsProps {
  /** How the step that shows a new secret helps to put it to use. */
  secretTools?: SecretTools | undefined
}

/** The dialogs, which are no part of what a page with the list loads at first. */
export function Dialogs({ secretTools }: DialogsProps) {
  const { manager, announce, look, format, createButton } = useManagerScope()
  const { dialog, secret } = manager
  const { state } = dialog
  return (
    <LatePart
      {...look}
      announce={announce}
      late={lateDialogs}
      pick={({ KeyDialogs }) => KeyDialogs}
      isWanted={state !== null && state.type !== 'bulk'}
      // A secret stays: closing would ask, in the dialog that is missing, before it is lost.
      onMissing={secret.isOpen ? undefined : () => callOff(dialog)}
      missingText={secret.isOpen ? look.strings.error.secretNotLoaded : undefined}
      props={{ ...look, manager, announce, format, createButton, tools: secretTools }}
    />
  )
}
