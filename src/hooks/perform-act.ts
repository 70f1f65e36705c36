import { MutationObserver } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, CreateInput } from '../contract/index.js'
import { actOptions } from './act-options.js'
import { createKey } from './create-key.js'
import type { KnownQueries } from './known-queries.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { type RevokeVariables, revokeKey } from './revoke-key.js'
import { type RotatedKeys, type RotateVariables, rotateKey } from './rotate-key.js'
import type { SecretErrand } from './take-secret.js'
import { type UpdateVariables, updateKey } from './update-key.js'
import type { ApiKeySource } from './use-api-key-source.js'

export interface EnableVariables {
  id: string
  enabled: boolean
}

export interface ExtendVariables {
  id: string
  /** RFC 3339; within the server's policy and the key's own expiry. */
  overlapEndsAt: string
}

/** What each act is given. */
export interface ActInputs {
  create: CreateInput
  rotate: RotateVariables
  revoke: RevokeVariables
  update: UpdateVariables
  setEnabled: EnableVariables
  extendOverlap: ExtendVariables
}

/** What each act answers. */
export interface ActAnswers {
  create: ApiKey
  rotate: RotatedKeys
  revoke: ApiKey
  update: ApiKey
  setEnabled: ApiKey
  extendOverlap: ApiKey
}

export type ActName = keyof ActInputs

/** For whom something is done, as it was when a person asked for it. */
export interface ActOrder {
  source: ApiKeySource
  errands: { create: SecretErrand<CreateInput>; rotate: SecretErrand<RotateVariables> }
  known: KnownQueries
  tell(event: LatchkeyEvent): void
}

/** Does what somebody asked for, as a mutation that the cache knows for as long as it runs. */
export async function performAct<N extends ActName>(
  name: N,
  order: ActOrder,
  input: ActInputs[N],
): Promise<ActAnswers[N]> {
  const { source } = order
  const mutation = new MutationObserver<ActAnswers[N], LatchkeyError, ActInputs[N]>(source.queryClient, {
    ...actOptions(source, name in changes ? 'update' : name),
    mutationFn: (given) => acts[name](order, given),
  })
  const leave = mutation.subscribe(() => {})
  try {
    return await mutation.mutate(input)
  } finally {
    leave()
  }
}

const changes = {
  update,
  setEnabled: (order: ActOrder, { id, enabled }: EnableVariables) =>
    update(order, { id, patch: { enabled } }),
  extendOverlap: (order: ActOrder, { id, overlapEndsAt }: ExtendVariables) =>
    update(order, { id, patch: { overlapEndsAt } }),
}

const acts: { [N in ActName]: (order: ActOrder, input: ActInputs[N]) => Promise<ActAnswers[N]> } = {
  ...changes,
  async create({ source, errands, tell }, input) {
    const key = await createKey(source, errands.create, input)
    tell({ type: 'created', key })
    return key
  },
  async rotate({ source, errands, tell }, input) {
    const rotated = await rotateKey(source, errands.rotate, input)
    tell({ type: 'rotated', ...rotated })
    return rotated
  },
  async revoke({ source, tell }, input) {
    const key = await revokeKey(source, input)
    tell({ type: 'revoked', key })
    return key
  },
}

async function update({ source, known, tell }: ActOrder, input: UpdateVariables): Promise<ApiKey> {
  const key = await updateKey(source, input, known)
  tell({ type: 'updated', key, patch: input.patch })
  return key
}
