import {
  type CompiledQuery,
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SqlBool,
  sql,
} from 'kysely'
import type { IdempotencyRecord, KeyRef, Replay } from '../../core/api-key-store.js'
import { idempotencyLifetimeMs } from '../retention.js'
import type { KeyDatabase } from './key-database.js'

/** The request with this Idempotency-Key which has made a key in the last 24 hours. */
export function selectRepeated(db: Kysely<KeyDatabase>, record: IdempotencyRecord | null, now: number) {
  return db
    .selectFrom('latchkey_requests')
    .select(['fingerprint', 'key_id', 'consumer_id'])
    .where(record === null ? sql<boolean>`1 = 0` : isRepeated(record, now))
}

export function toReplay(row: { fingerprint: string; key_id: string; consumer_id: string }): Replay {
  const ref = { id: row.key_id, consumerId: row.consumer_id }
  return { ok: false, code: 'replay', fingerprint: row.fingerprint, ref }
}

/**
 * Remembers which key a request made, where it made one, and forgets what is older than 24 hours. That goes in any order:
 * its own row, where it is as old, is not deleted but taken.
 */
export function requestToRemember(
  db: Kysely<KeyDatabase>,
  record: IdempotencyRecord | null,
  ref: KeyRef,
  { now, hasMade }: { now: number; hasMade: Expression<SqlBool> },
): CompiledQuery[] {
  if (record === null) return []
  const { scope, idempotencyKey, fingerprint } = record
  const made = { fingerprint, key_id: ref.id, consumer_id: ref.consumerId, created_at: now }
  const row = { scope, idempotency_key: idempotencyKey, ...made }
  return [
    db
      .deleteFrom('latchkey_requests')
      .where('created_at', '<=', now - idempotencyLifetimeMs)
      .where((eb) => eb.not(eb.and({ scope, idempotency_key: idempotencyKey })))
      .compile(),
    db
      .insertInto('latchkey_requests')
      .columns(requestColumns)
      .expression(
        db.selectNoFrom(({ val }) => requestColumns.map((name) => val(row[name]).as(name))).where(hasMade),
      )
      .onConflict((conflict) => conflict.columns(['scope', 'idempotency_key']).doUpdateSet(made))
      .compile(),
  ]
}

const requestColumns = [
  'scope',
  'idempotency_key',
  'fingerprint',
  'key_id',
  'consumer_id',
  'created_at',
] as const satisfies readonly (keyof KeyDatabase['latchkey_requests'])[]

function isRepeated({ scope, idempotencyKey }: IdempotencyRecord, now: number) {
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_requests'>) =>
    eb.and([
      eb('scope', '=', scope),
      eb('idempotency_key', '=', idempotencyKey),
      eb('created_at', '>', now - idempotencyLifetimeMs),
    ])
}
