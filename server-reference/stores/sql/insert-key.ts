import type { Transaction } from 'kysely'
import type { Insertion, InsertOutcome } from '../../core/api-key-store.js'
import { appendEvent } from './events.js'
import type { KeyDatabase } from './key-database.js'
import { toKeyRow } from './key-row.js'
import { findReplay, rememberRequest } from './requests.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { hasLastingNeighbour, isLasting } from './where-key.js'

export async function insertKey(access: SqlAccess, insertion: Insertion): Promise<InsertOutcome> {
  const { key, maxKeys, now, idempotency, event } = insertion
  const db = await access.writes()
  try {
    return await db.transaction().execute(async (trx): Promise<InsertOutcome> => {
      await access.dialect.takeTurns(trx, subjectsOf(key.consumerId, idempotency))
      const replay = await findReplay(trx, idempotency, now)
      if (replay) return replay
      if (maxKeys !== null && (await countLiveKeys(trx, key.consumerId, now)) >= maxKeys) {
        return { ok: false, code: 'key_limit_reached' }
      }
      await trx.insertInto('latchkey_keys').values(toKeyRow(key)).execute()
      await rememberRequest(trx, idempotency, key, now)
      await appendEvent(trx, event)
      return { ok: true }
    })
  } catch (error) {
    if (access.dialect.isNameTaken(error)) return { ok: false, code: 'name_taken' }
    throw error
  }
}

/**
 * A replaced key is counted with its successor, and by itself once that is over: otherwise whoever revokes successors
 * would have any number of old keys. Inside the consumer's turn, in which nobody else adds a key: the count still
 * holds at the insert.
 */
async function countLiveKeys(
  trx: Transaction<KeyDatabase>,
  consumerId: string,
  now: number,
): Promise<number> {
  const { count } = await trx
    .selectFrom('latchkey_keys')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('consumer_id', '=', consumerId)
    .where((eb) => eb.not(hasLastingNeighbour('replaced_by_id', now)(eb)))
    .where(isLasting(now))
    .executeTakeFirstOrThrow()
  return Number(count)
}
