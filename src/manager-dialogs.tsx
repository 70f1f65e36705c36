'use client'

import type { RefObject } from 'react'
import type { ApiKeyManagerState } from './hooks/api-key-manager-state.js'
import type { Announcer } from './hooks/use-announcer.js'
import type { Formatters } from './locales/create-formatters.js'
import type { LatchkeyStrings } from './locales/strings.js'
import { CreateDialog } from './parts/create-dialog.js'
import { RenameDialog } from './parts/rename-dialog.js'
import { RevokeDialog } from './parts/revoke-dialog.js'
import { RotateDialog } from './parts/rotate-dialog.js'
import type { SlotClassNames } from './parts/slot-class.js'

interface ManagerDialogsProps {
  manager: ApiKeyManagerState
  /** Gets the focus back after a create: by then the button that opened the dialog may be gone. */
  createButton: RefObject<HTMLButtonElement | null>
  announce: Announcer['announce']
  strings: LatchkeyStrings
  format: Formatters
  classNames: SlotClassNames | undefined
}

/** The dialogs of a manager, of which at most one is open. A secret is shown in the dialog that it came from. */
export function ManagerDialogs({ manager, createButton, announce, ...look }: ManagerDialogsProps) {
  const { dialog, secret, actions, capabilities, apiKeys, nowMs: now } = manager
  const { state } = dialog
  const view = (state && 'id' in state && apiKeys.find(({ id }) => id === state.id)) || null
  const secretOf = secret.isOpen ? (secret.origin ?? 'create') : null
  const { create, rotate, revoke, update, setEnabled } = actions
  const canDisable = setEnabled.allowed && (view?.status === 'active' || view?.status === 'expiring')
  const shared = { ...look, onClose: dialog.close, announce, now, capabilities }
  return (
    <>
      <CreateDialog
        {...shared}
        open={state?.type === 'create' || secretOf === 'create'}
        secret={secretOf === 'create' ? secret : null}
        catalogue={manager.scopes.catalogue}
        initial={state?.type === 'create' ? state.draft : undefined}
        pending={create.isPending}
        error={create.error}
        onSubmit={create.mutate}
        returnFocus={() => createButton.current}
      />
      <RotateDialog
        {...shared}
        open={state?.type === 'rotate' || secretOf === 'rotate'}
        view={view}
        secret={secretOf === 'rotate' ? secret : null}
        pending={rotate.isPending}
        error={rotate.error}
        onSubmit={(overlapSeconds) => view && rotate.mutate({ id: view.id, overlapSeconds })}
      />
      <RevokeDialog
        {...shared}
        open={state?.type === 'revoke'}
        view={view}
        pending={revoke.isPending}
        error={revoke.error}
        onSubmit={() => view && revoke.mutate({ id: view.id })}
        onDisable={
          view && canDisable
            ? () => {
                dialog.close()
                setEnabled.mutate({ id: view.id, enabled: false })
              }
            : undefined
        }
      />
      <RenameDialog
        {...shared}
        open={state?.type === 'rename'}
        view={view}
        pending={update.isPending}
        error={update.error}
        onSubmit={(name) => view && update.mutate({ id: view.id, patch: { name } })}
      />
    </>
  )
}
