'use client'

import { useCallback } from 'react'
import type { ApiKey, CreateInput } from '../contract/index.js'
import type { BulkActionName } from './bulk-outcome.js'
import type { Gate, Permission } from './gates.js'
import { type KeyActState, quietKey, reduceKeyStates } from './key-states.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import type { EnableVariables, ExtendVariables } from './perform-act.js'
import type { RevokeVariables } from './revoke-key.js'
import type { RotatedKeys, RotateVariables } from './rotate-key.js'
import type { UpdateVariables } from './update-key.js'
import { type Action, useAction } from './use-action.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { type BulkActions, useBulkActions } from './use-bulk-actions.js'
import { useErrand } from './use-errand.js'
import { useLatest } from './use-latest.js'
import type { SecretController } from './use-revealed-secret.js'
import { useScopedReducer } from './use-scoped-reducer.js'

export interface KeyActions extends BulkActions {
  create: Action<CreateInput, ApiKey>
  rotate: Action<RotateVariables, RotatedKeys>
  revoke: Action<RevokeVariables, ApiKey>
  update: Action<UpdateVariables, ApiKey>
  setEnabled: Action<EnableVariables, ApiKey>
  /** Lets a key that was replaced work for longer, or for less long. */
  extendOverlap: Action<ExtendVariables, ApiKey>
}

export interface KeyActionsOptions {
  source: ApiKeySource
  secret: SecretController
  now: () => number
  gate(action: Permission): Gate
  onEvent(event: LatchkeyEvent): void
}

/** The writes, each with what it may do and how it went, and for each key what is under way. */
export function useKeyActions({ source, secret, now, gate, onEvent }: KeyActionsOptions) {
  const [states, onKey] = useScopedReducer(reduceKeyStates, {}, source.consumerId ?? null)
  const latest = useLatest(onEvent)
  const tell = (event: LatchkeyEvent) => latest.current(event)
  const errands = {
    create: useErrand<CreateInput>(secret, now),
    rotate: useErrand<RotateVariables>(secret, now),
  }
  const options = { order: { source, errands, tell }, gate, onKey }

  /** Who may not do it to one key may not do it to many. */
  function bulkGate(action: BulkActionName): Gate {
    const many = gate('bulk')
    return many.allowed ? gate(action === 'revoke' ? 'revoke' : 'setEnabled') : many
  }

  const actions: KeyActions = {
    ...useBulkActions({ source, gate: bulkGate, tell }),
    create: useAction('create', options),
    rotate: useAction('rotate', options),
    revoke: useAction('revoke', options),
    update: useAction('update', options),
    setEnabled: useAction('setEnabled', options),
    extendOverlap: useAction('extendOverlap', options),
  }
  return {
    actions,
    stateOf: useCallback((id: string): KeyActState => states[id] ?? quietKey, [states]),
    dismiss: useCallback((id: string) => onKey({ id }), [onKey]),
  }
}
