import { sql, type Transaction } from 'kysely'
import type { IdempotencyRecord, Insertion, InsertOutcome } from '../../core/api-key-store.js'
import { eventToAppend } from './events.js'
import type { KeyDatabase } from './key-database.js'
import { toKeyRow } from './key-row.js'
import { findReplay, isRepeated, requestToRemember, toReplay } from './requests.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { hasLastingNeighbour, isLasting } from './where-key.js'

export async function insertKey(access: SqlAccess, insertion: Insertion): Promise<InsertOutcome> {
  const { key, now, idempotency, event } = insertion
  const db = await access.writes()
  try {
    return await db.transaction().execute(async (trx): Promise<InsertOutcome> => {
      await access.dialect.takeTurns(trx, subjectsOf(key.consumerId, idempotency))
      const refusal = await findRefusal(trx, insertion)
      if (refusal) return refusal
      await access.dialect.together(trx, [
        trx.insertInto('latchkey_keys').values(toKeyRow(key)),
        ...requestToRemember(trx, idempotency, key, now),
        eventToAppend(trx, event),
      ])
      return { ok: true }
    })
  } catch (error) {
    if (access.dialect.isNameTaken(error)) return { ok: false, code: 'name_taken' }
    throw error
  }
}

/** Whether it was done before, or is too much: one read for both. null: neither. */
async function findRefusal(
  trx: Transaction<KeyDatabase>,
  { key, maxKeys, now, idempotency }: Insertion,
): Promise<Exclude<InsertOutcome, { ok: true }> | null> {
  if (maxKeys === null) return findReplay(trx, idempotency, now)
  const { live, ...request } = await trx
    .selectFrom(countLiveKeys(trx, key.consumerId, now).as('counted'))
    .leftJoin(repetitions(trx, idempotency, now).as('request'), (join) => join.onTrue())
    .select(['counted.live', 'request.fingerprint', 'request.key_id', 'request.consumer_id'])
    .executeTakeFirstOrThrow()
  const { fingerprint, key_id, consumer_id } = request
  if (fingerprint !== null && key_id !== null && consumer_id !== null) {
    return toReplay({ fingerprint, key_id, consumer_id })
  }
  return Number(live) >= maxKeys ? { ok: false, code: 'key_limit_reached' } : null
}

function repetitions(trx: Transaction<KeyDatabase>, idempotency: IdempotencyRecord | null, now: number) {
  return trx
    .selectFrom('latchkey_requests')
    .select(['fingerprint', 'key_id', 'consumer_id'])
    .where(idempotency === null ? sql<boolean>`1 = 0` : isRepeated(idempotency, now))
}

/**
 * A replaced key is counted with its successor, and by itself once that is over: otherwise whoever revokes successors
 * would have any number of old keys. Inside the consumer's turn, in which nobody else adds a key: the count still
 * holds at the insert.
 */
function countLiveKeys(trx: Transaction<KeyDatabase>, consumerId: string, now: number) {
  return trx
    .selectFrom('latchkey_keys')
    .select((eb) => eb.fn.countAll<number>().as('live'))
    .where('consumer_id', '=', consumerId)
    .where((eb) => eb.not(hasLastingNeighbour('replaced_by_id', now)(eb)))
    .where(isLasting(now))
}
