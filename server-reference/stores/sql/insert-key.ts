import { type Kysely, sql } from 'kysely'
import type { Insertion, InsertOutcome } from '../../core/api-key-store.js'
import { eventToAppend } from './events.js'
import type { KeyDatabase } from './key-database.js'
import { newKeyColumns, toKeyRow } from './key-row.js'
import { requestToRemember, selectRepeated, toReplay } from './requests.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { hasLastingNeighbour, isLasting, isThere } from './where-key.js'

/** Everything else is written only where the key was: its id is new, so it is there or not for this one reason. */
export async function insertKey(access: SqlAccess, insertion: Insertion): Promise<InsertOutcome> {
  const { key, now, idempotency, event } = insertion
  const db = await access.writes()
  const hasMade = isThere(db, key.id)
  try {
    const [inserted, [repeated]] = await access.inTurn(subjectsOf(key.consumerId, idempotency), [
      keyToInsert(db, insertion),
      selectRepeated(db, idempotency, now).compile(),
      ...requestToRemember(db, idempotency, key, { now, hasMade }),
      eventToAppend(db, event, hasMade),
    ])
    if (inserted.length > 0) return { ok: true }
    return repeated ? toReplay(repeated) : { ok: false, code: 'key_limit_reached' }
  } catch (error) {
    if (access.dialect.isNameTaken(error)) return { ok: false, code: 'name_taken' }
    throw error
  }
}

/** Unless the request was answered before, or the consumer has as many as it may. */
function keyToInsert(db: Kysely<KeyDatabase>, { key, maxKeys, now, idempotency }: Insertion) {
  const row = toKeyRow(key)
  const live = countLiveKeys(db, key.consumerId, now)
  return db
    .insertInto('latchkey_keys')
    .columns(newKeyColumns)
    .expression(
      db
        .selectNoFrom(({ val }) => newKeyColumns.map((column) => val(row[column]).as(column)))
        .where(({ not, exists }) => not(exists(selectRepeated(db, idempotency, now))))
        .$if(maxKeys !== null, (query) => query.where(sql<boolean>`${live} < ${maxKeys}`)),
    )
    .returning('id')
    .compile()
}

/**
 * A replaced key is counted with its successor, and by itself once that is over: otherwise whoever revokes successors
 * would have any number of old keys. Inside the consumer's turn, in which nobody else adds a key: the count still
 * holds at the insert.
 */
function countLiveKeys(db: Kysely<KeyDatabase>, consumerId: string, now: number) {
  return db
    .selectFrom('latchkey_keys')
    .select((eb) => eb.fn.countAll<number>().as('live'))
    .where('consumer_id', '=', consumerId)
    .where((eb) => eb.not(hasLastingNeighbour('replaced_by_id', now)(eb)))
    .where(isLasting(now))
}
