import type { ExpressionBuilder, Transaction } from 'kysely'
import type { IdempotencyRecord, KeyRef, Replay } from '../../core/api-key-store.js'
import { idempotencyLifetimeMs } from '../retention.js'
import type { KeyDatabase } from './key-database.js'
import type { Write } from './sql-access.js'

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
    .where(isRepeated(record, now))
    .executeTakeFirst()
  return row ? toReplay(row) : null
}

/** A request with this Idempotency-Key, which has made a key in the last 24 hours. */
export function isRepeated({ scope, idempotencyKey }: IdempotencyRecord, now: number) {
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_requests'>) =>
    eb.and([
      eb('scope', '=', scope),
      eb('idempotency_key', '=', idempotencyKey),
      eb('created_at', '>', now - idempotencyLifetimeMs),
    ])
}

export function toReplay(row: { fingerprint: string; key_id: string; consumer_id: string }): Replay {
  const ref = { id: row.key_id, consumerId: row.consumer_id }
  return { ok: false, code: 'replay', fingerprint: row.fingerprint, ref }
}

/**
 * Remembers which key a request made, and forgets what is older than 24 hours. That goes in any order: its own row,
 * where it is as old, is not deleted but taken.
 */
export function requestToRemember(
  trx: Transaction<KeyDatabase>,
  record: IdempotencyRecord | null,
  ref: KeyRef,
  now: number,
): Write[] {
  if (record === null) return []
  const { scope, idempotencyKey, fingerprint } = record
  const made = { fingerprint, key_id: ref.id, consumer_id: ref.consumerId, created_at: now }
  return [
    trx
      .deleteFrom('latchkey_requests')
      .where('created_at', '<=', now - idempotencyLifetimeMs)
      .where((eb) => eb.not(eb.and({ scope, idempotency_key: idempotencyKey }))),
    trx
      .insertInto('latchkey_requests')
      .values({ scope, idempotency_key: idempotencyKey, ...made })
      .onConflict((conflict) => conflict.columns(['scope', 'idempotency_key']).doUpdateSet(made)),
  ]
}
