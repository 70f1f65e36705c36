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
  const actionOf = (type: DialogRequest['type']) => {
    if (type === 'details') return null
    return type === 'rename' ? actions.update : actions[type]
  }
  return {
    state: secret.isOpen ? { type: 'secret' } : request,
    open(next) {
      actionOf(next.type)?.reset()
      dispatch({ type: 'opened', request: next })
    },
    close() {
      if (secret.isOpen) return secret.requestClose()
      if (!request || actionOf(request.type)?.isPending) return
      actionOf(request.type)?.reset()
      if ('id' in request) dismiss(request.id)
      dispatch({ type: 'closed' })
    },
  }
}
