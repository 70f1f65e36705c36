'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { LatchkeyError } from '../client/index.js'
import { toLatchkeyError } from '../client/index.js'
import type { ApiKey, CreateInput } from '../contract/index.js'
import { asSeen } from './as-seen.js'
import type { BulkActionName } from './bulk-state.js'
import type { ActionName, Gate, Permission } from './gates.js'
import { type KeyActName, type KeyActState, quietKey, reduceKeyStates } from './key-states.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import type { Acts } from './late-acts.js'
import type { RevokeVariables } from './revoke-key.js'
import type { RotatedKeys, RotateVariables } from './rotate-key.js'
import { type Action, toAction } from './to-action.js'
import type { UpdateVariables } from './update-key.js'
import { useAct } from './use-act.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { type BulkActions, useBulkActions } from './use-bulk-actions.js'
import { useErrand } from './use-errand.js'
import { useLatest } from './use-latest.js'
import type { SecretController } from './use-revealed-secret.js'
import { useScopedReducer } from './use-scoped-reducer.js'

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

  const tell = useLatest(onEvent)
  const errands = {
    create: useErrand<CreateInput>(secret, now),
    rotate: useErrand<RotateVariables>(secret, now),
  }
  const create = useAct('create', source, async ({ createKey }, input: CreateInput) => {
    const key = await createKey(source, errands.create, input)
    tell.current({ type: 'created', key })
    return key
  })
  const rotate = useAct('rotate', source, async ({ rotateKey }, input: RotateVariables) => {
    const rotated = await rotateKey(source, errands.rotate, input)
    tell.current({ type: 'rotated', ...rotated })
    return rotated
  })
  const revoke = useAct('revoke', source, async ({ revokeKey }, input: RevokeVariables) => {
    const key = await revokeKey(source, input)
    tell.current({ type: 'revoked', key })
    return key
  })
  const change = async ({ updateKey }: Acts, input: UpdateVariables) => {
    const key = await updateKey(source, input)
    tell.current({ type: 'updated', key, patch: input.patch })
    return key
  }
  const seen = asSeen(source)
  const update = useAct('update', source, change, seen)
  const setEnabled = useAct('update', source, change, seen)
  const extend = useAct('update', source, change, seen)
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

  /** An action that is tracked beside its key. */
  const of = <V extends { id: string }, D, W>(
    name: ActionName,
    mutation: UseMutationResult<D, LatchkeyError, W>,
    actOf: (given: V) => KeyActName,
    wrap: (given: V) => W,
    unwrap: (variables: W) => V,
  ) =>
    toAction(mutation, {
      run: (given: V) =>
        track(name, { id: given.id, act: actOf(given) }, () => mutation.mutateAsync(wrap(given))),
      gate: gate(name),
      acted: acted.has(name),
      unwrap,
    })

  const actions: KeyActions = {
    ...bulk,
    create: toAction(create, {
      run: (input) => track('create', null, () => create.mutateAsync(input)),
      gate: gate('create'),
      acted: acted.has('create'),
      unwrap: same,
    }),
    rotate: of('rotate', rotate, () => 'rotate', same, same),
    revoke: of('revoke', revoke, () => 'revoke', same, same),
    update: of('update', update, () => 'update', same, same),
    setEnabled: of(
      'setEnabled',
      setEnabled,
      ({ enabled }) => (enabled ? 'enable' : 'disable'),
      ({ id, enabled }) => ({ id, patch: { enabled } }),
      ({ id, patch }) => ({ id, enabled: patch.enabled === true }),
    ),
    extendOverlap: of(
      'update',
      extend,
      () => 'update',
      ({ id, overlapEndsAt }) => ({ id, patch: { overlapEndsAt } }),
      ({ id, patch }) => ({ id, overlapEndsAt: patch.overlapEndsAt ?? '' }),
    ),
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
