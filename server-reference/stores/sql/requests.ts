import type { Transaction } from 'kysely'
import type { IdempotencyRecord, KeyRef, Replay } from '../../core/api-key-store.js'
import { idempotencyLifetimeMs } from '../retention.js'
import type { KeyDatabase } from './key-database.js'

/** null: no request with this Idempotency-Key has made a key in the last 24 hours. */
export async function findReplay(
  trx: Transaction<KeyDatabase>,
  record: IdempotencyRecord | null,
  now: number,
): Promise<Replay | null> {
  if (record === null) return null
  const row = await trx
    .selectFrom('latchkey_requests')
    .select(['fingerprint', 'key_id', 'consumer_id'])
    .where('scope', '=', record.scope)
    .where('idempotency_key', '=', record.idempotencyKey)
    .where('created_at', '>', now - idempotencyLifetimeMs)
    .executeTakeFirst()
  if (!row) return null
  const ref = { id: row.key_id, consumerId: row.consumer_id }
  return { ok: false, code: 'replay', fingerprint: row.fingerprint, ref }
}

/** Remembers which key a request made, and forgets what is older than 24 hours. */
export async function rememberRequest(
  trx: Transaction<KeyDatabase>,
  record: IdempotencyRecord | null,
  ref: KeyRef,
  now: number,
): Promise<void> {
  if (record === null) return
  await trx
    .deleteFrom('latchkey_requests')
    .where('created_at', '<=', now - idempotencyLifetimeMs)
    .execute()
  await trx
    .insertInto('latchkey_requests')
    .values({
      scope: record.scope,
      idempotency_key: record.idempotencyKey,
      fingerprint: record.fingerprint,
      key_id: ref.id,
      consumer_id: ref.consumerId,
      created_at: now,
    })
    .execute()
}
