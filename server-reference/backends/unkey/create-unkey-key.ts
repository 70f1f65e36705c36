import * as v from 'valibot'
import { type ApiKey, type Created, type CreateInput, parseInstant } from '../../../src/contract/index.js'
import type { Caller, IdempotencyOptions, Outcome } from '../../core/latchkey.js'
import { chooseConsumer } from '../../core/management/choose-consumer.js'
import { draftKey } from '../../core/management/draft-key.js'
import { newKeyState } from '../../core/management/new-key-state.js'
import type { KeyDraft } from '../../core/management/prepare-key.js'
import { refuseUnconfirmed } from '../../core/management/refuse-unconfirmed.js'
import { runOnce } from '../../core/management/run-once.js'
import { countLiveKeys, isNameTaken } from '../../stores/held-names.js'
import { findRepetition, toRequestMark } from './find-repetition.js'
import { type OwnMeta, toOwnMeta, writeOwnMeta } from './own-meta.js'
import { notFound, type UnkeyContext } from './reach-unkey-key.js'
import { UnkeyFailure } from './unkey-failure.js'
import { toRateLimits } from './write-key.js'

/** What Unkey answers once, for a new key. */
export const issuedSchema = v.object({ keyId: v.string(), key: v.string() })

/** 256 bits, as every key of the contract has. */
const byteLength = 32

export async function createUnkeyKey(
  context: UnkeyContext,
  caller: Caller,
  input: CreateInput,
  options: IdempotencyOptions,
): Promise<Outcome<Created>> {
  const { settings, reader, turns } = context
  const chosen = await chooseConsumer(context, caller, input.consumerId, 'create')
  if (!chosen) return { ok: false, code: 'forbidden' }
  const { consumerId } = chosen

  return runOnce<Created>(context, {
    caller,
    operation: 'create',
    meaning: { ...input, consumerId },
    options,
    work: (idempotency) =>
      turns.take(consumerId, async () => {
        const unconfirmed = await refuseUnconfirmed(context, caller, consumerId, 'create')
        if (unconfirmed) return unconfirmed
        const now = settings.now()
        const drafted = draftKey(context, caller, input, { ...chosen, now })
        if (!drafted.ok) return drafted
        const known = await reader.listOf(consumerId)
        const mark = await toRequestMark(context.sha256, idempotency)
        const repetition = findRepetition(known, mark, now)
        if (repetition) return repetition
        const keys = new Map(known.map(({ key }) => [key.id, key]))
        const { maxKeys } = settings.policy
        if (maxKeys !== null && countLiveKeys(keys, consumerId, now) >= maxKeys) {
          return { ok: false, code: 'key_limit_reached' }
        }
        if (isNameTaken(keys, { id: '', consumerId, name: drafted.value.name })) {
          return { ok: false, code: 'name_taken' }
        }
        return issue(context, drafted.value, now, mark)
      }),
    async replay({ ref }) {
      const known = await reader.get(ref.id)
      return known ? { ok: true, value: { key: known.key, secret: null } } : notFound
    },
  })
}

async function issue(
  { api, apiId, prefix, reader, members }: UnkeyContext,
  draft: KeyDraft,
  now: number,
  request: OwnMeta['request'],
): Promise<Outcome<Created>> {
  const key = toNewKey(draft, now)
  const issued = await api.call(
    'keys.createKey',
    {
      apiId,
      externalId: draft.consumerId,
      name: draft.name,
      byteLength,
      ...(prefix !== null && { prefix }),
      permissions: draft.scopes,
      meta: writeOwnMeta(null, toOwnMeta(key, request)),
      ...(draft.expiresAt !== null && { expires: parseInstant(draft.expiresAt) }),
      ...(draft.rateLimit !== null && { ratelimits: toRateLimits(draft) }),
    },
    issuedSchema,
  )
  if (!issued) throw new UnkeyFailure('keys.createKey', { status: 404, kind: 'api_not_found' })
  const { keyId, key: secret } = issued.data
  members.add(keyId)
  // The key is there, and its secret in nobody's hands but ours: what cannot be read back must not lose it.
  const made = await reader.get(keyId).catch(() => null)
  const start = /^(?:.*_)?.{4}/.exec(secret)?.[0] ?? ''
  return { ok: true, value: { key: made?.key ?? { ...key, id: keyId, start }, secret } }
}

/** As far as it is known before Unkey has made it. */
function toNewKey(draft: KeyDraft, now: number): ApiKey {
  return { ...draft, id: '', prefix: '', start: '', end: '', ...newKeyState(now), version: now }
}
