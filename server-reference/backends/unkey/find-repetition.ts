import type { IdempotencyRecord, Replay } from '../../core/api-key-store.js'
import type { Sha256 } from '../../core/latchkey-options.js'
import type { KnownKey } from './known-key.js'
import type { OwnMeta } from './own-meta.js'

/** How long a request is taken for a repetition, in milliseconds (MG-10). */
const rememberedForMs = 24 * 60 * 60 * 1000

/** What a key remembers of the request that made it. undefined: it carried no Idempotency-Key. */
export async function toRequestMark(
  sha256: Sha256,
  record: IdempotencyRecord | null,
): Promise<OwnMeta['request']> {
  if (record === null) return undefined
  return {
    subject: await sha256(`${record.scope}\n${record.idempotencyKey}`),
    fingerprint: record.fingerprint,
  }
}

/** The key that the same Idempotency-Key has made before. null: none, or too long ago. */
export function findRepetition(
  known: readonly KnownKey[],
  mark: OwnMeta['request'],
  now: number,
): Replay | null {
  if (mark === undefined) return null
  const before = known.find(
    ({ own, record }) => own.request?.subject === mark.subject && now - record.createdAt < rememberedForMs,
  )
  if (!before?.own.request) return null
  const { id, consumerId } = before.key
  return { ok: false, code: 'replay', fingerprint: before.own.request.fingerprint, ref: { id, consumerId } }
}
