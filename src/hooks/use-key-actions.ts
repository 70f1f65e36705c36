'use client'

import { useCallback } from 'react'
import type { LatchkeyError } from '../client/index.js'
import { toLatchkeyError } from '../client/index.js'
import type { ApiKey, CreateInput, UpdateInput } from '../contract/index.js'
import type { BulkActionName } from './bulk-state.js'
import type { ActionName, Gate, Permission } from './gates.js'
import { type KeyActName, type KeyActState, quietKey, reduceKeyStates } from './key-states.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { type Action, toAction } from './to-action.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { type BulkActions, useBulkActions } from './use-bulk-actions.js'
import { useCreateApiKey } from './use-create-api-key.js'
import type { SecretController } from './use-revealed-secret.js'
import { type RevokeVariables, useRevokeApiKey } from './use-revoke-api-key.js'
import { type RotatedKeys, type RotateVariables, useRotateApiKey } from './use-rotate-api-key.js'
import { useScopedReducer } from './use-scoped-reducer.js'
import { type UpdateVariables, useUpdateApiKey } from './use-update-api-key.js'

export interface EnableVariables {
  id: string
  enabled: boolean
}

export interface ExtendVariables {
  id: string
  /** RFC 3339; within the server's policy and the key's own expiry. */
  overlapEndsAt: string
}

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
export function useKeyActions(options: KeyActionsOptions) {
  const { source, secret, now, gate, onEvent } = options
  const scope = source.consumerId ?? null
  const [states, dispatch] = useScopedReducer(reduceKeyStates, {}, scope)
  const [acted, markActed] = useScopedReducer(withAction, noActions, scope)

  const onUpdated = (key: ApiKey, patch: UpdateInput) => onEvent({ type: 'updated', key, patch })
  const create = useCreateApiKey({
    ...source,
    secret,
    now,
    onCreated: (key) => onEvent({ type: 'created', key }),
  })
  const rotate = useRotateApiKey({
    ...source,
    secret,
    now,
    onRotated: (rotated) => onEvent({ type: 'rotated', ...rotated }),
  })
  const revoke = useRevokeApiKey({ ...source, onRevoked: (key) => onEvent({ type: 'revoked', key }) })
  const update = useUpdateApiKey({ ...source, onUpdated })
  const setEnabled = useUpdateApiKey({ ...source, onUpdated })
  const extend = useUpdateApiKey({ ...source, onUpdated })
  const bulk = useBulkActions({ source, gate: bulkGate, onEvent })

  /** Runs an act, and keeps beside its key that it runs, or why it failed. */
  async function track<T>(
    action: ActionName,
    at: { id: string; act: KeyActName } | null,
    run: () => Promise<T>,
  ) {
    markActed(action)
    if (at) dispatch({ type: 'started', ...at })
    try {
      const result = await run()
      if (at) dispatch({ type: 'succeeded', id: at.id })
      return result
    } catch (thrown) {
      const error: LatchkeyError = toLatchkeyError(thrown)
      // Nothing happened, and nothing went wrong either.
      if (error.code === 'declined') {
        if (at) dispatch({ type: 'succeeded', id: at.id })
        throw error
      }
      const retry = () => void track(action, at, run).catch(() => undefined)
      if (at) dispatch({ type: 'failed', ...at, error, retry })
      onEvent({ type: 'failed', action, keyId: at?.id ?? null, error })
      throw error
    }
  }

  /** Who may not do it to one key may not do it to many. */
  function bulkGate(action: BulkActionName): Gate {
    const many = gate('bulk')
    return many.allowed ? gate(action === 'revoke' ? 'revoke' : 'setEnabled') : many
  }

  const actions: KeyActions = {
    ...bulk,
    create: toAction(create, {
      run: (input) => track('create', null, () => create.mutateAsync(input)),
      gate: gate('create'),
      acted: acted.has('create'),
      unwrap: same,
    }),
    rotate: toAction(rotate, {
      run: (given) => track('rotate', { id: given.id, act: 'rotate' }, () => rotate.mutateAsync(given)),
      gate: gate('rotate'),
      acted: acted.has('rotate'),
      unwrap: same,
    }),
    revoke: toAction(revoke, {
      run: (given) => track('revoke', { id: given.id, act: 'revoke' }, () => revoke.mutateAsync(given)),
      gate: gate('revoke'),
      acted: acted.has('revoke'),
      unwrap: same,
    }),
    update: toAction(update, {
      run: (given) => track('update', { id: given.id, act: 'update' }, () => update.mutateAsync(given)),
      gate: gate('update'),
      acted: acted.has('update'),
      unwrap: same,
    }),
    setEnabled: toAction(setEnabled, {
      run: ({ id, enabled }) =>
        track('setEnabled', { id, act: enabled ? 'enable' : 'disable' }, () =>
          setEnabled.mutateAsync({ id, patch: { enabled } }),
        ),
      gate: gate('setEnabled'),
      acted: acted.has('setEnabled'),
      unwrap: ({ id, patch }) => ({ id, enabled: patch.enabled === true }),
    }),
    extendOverlap: toAction(extend, {
      run: ({ id, overlapEndsAt }) =>
        track('update', { id, act: 'update' }, () => extend.mutateAsync({ id, patch: { overlapEndsAt } })),
      gate: gate('update'),
      acted: acted.has('update'),
      unwrap: ({ id, patch }) => ({ id, overlapEndsAt: patch.overlapEndsAt ?? '' }),
    }),
  }

  return {
    actions,
    stateOf: useCallback((id: string): KeyActState => states[id] ?? quietKey, [states]),
    dismiss: useCallback((id: string) => dispatch({ type: 'dismissed', id }), [dispatch]),
  }
}

const same = <T>(value: T) => value
const noActions: ReadonlySet<ActionName> = new Set()

function withAction(acted: ReadonlySet<ActionName>, action: ActionName): ReadonlySet<ActionName> {
  return acted.has(action) ? acted : new Set([...acted, action])
}
