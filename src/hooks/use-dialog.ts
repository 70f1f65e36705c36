'use client'

import { type DialogEvent, type DialogRequest, type DialogState, reduceDialog } from './dialog-state.js'
import type { KeyActions } from './use-key-actions.js'
import type { SecretController } from './use-revealed-secret.js'
import { useScopedReducer } from './use-scoped-reducer.js'

export interface DialogControl {
  /** null: none is open. A secret comes before everything else. */
  state: DialogState | null
  open(request: DialogRequest): void
  /** Asks first where a secret would be lost; does nothing while the act that the dialog asked for is under way. */
  close(): void
}

interface DialogParts {
  secret: SecretController
  actions: KeyActions
  /** Forgets what went wrong with a key. */
  dismiss(id: string): void
}

/** Which dialog somebody asked for; none after another consumer is chosen. */
export function useDialogRequest(consumerId: string | undefined) {
  return useScopedReducer<DialogRequest | null, DialogEvent>(reduceDialog, null, consumerId ?? null)
}

export function toDialogControl(
  request: DialogRequest | null,
  dispatch: (event: DialogEvent) => void,
  { secret, actions, dismiss }: DialogParts,
): DialogControl {
  const actionOf = (request: DialogRequest): Pick<KeyActions['create'], 'isPending' | 'reset'> | null => {
    switch (request.type) {
      case 'details':
        return null
      case 'rename':
      case 'edit':
        return actions.update
      case 'extend':
        return actions.extendOverlap
      case 'bulk':
        return actions[bulkOf[request.action]]
      default:
        return actions[request.type]
    }
  }
  return {
    state: secret.isOpen ? { type: 'secret' } : request,
    open(next) {
      actionOf(next)?.reset()
      dispatch({ type: 'opened', request: next })
    },
    close() {
      if (secret.isOpen) return secret.requestClose()
      if (!request || actionOf(request)?.isPending) return
      actionOf(request)?.reset()
      if ('id' in request) dismiss(request.id)
      dispatch({ type: 'closed' })
    },
  }
}

const bulkOf = { revoke: 'bulkRevoke', disable: 'bulkDisable', enable: 'bulkEnable' } as const
