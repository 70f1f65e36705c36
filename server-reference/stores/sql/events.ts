import type { CompiledQuery, Expression, Insertable, Kysely, Selectable, SqlBool, Transaction } from 'kysely'
import { type ActivityEvent, toInstant } from '../../../src/contract/index.js'
import type { ConsumerEvent, NewEvent } from '../../core/api-key-store.js'
import { boundEvent } from '../bound-event.js'
import { toEventId } from '../event-id.js'
import { toEpochMs } from './epoch-ms.js'
import { parseJsonList } from './json-list.js'
import type { KeyDatabase } from './key-database.js'

type EventRow = Insertable<KeyDatabase['latchkey_events']>

/** Where a key's id would be, in what happened to a consumer. */
export const ofConsumer = ''

/** All that is given by whoever appends. */
const eventColumns = [
  'key_id',
  'consumer_id',
  'type',
  'at',
  'actor_id',
  'actor_name',
  'address',
  'user_agent',
  'reason',
  'changes',
] as const satisfies readonly (keyof EventRow)[]

/** Appends to the log; part of the transaction of what it tells about. */
export async function appendEvent(
  trx: Transaction<KeyDatabase>,
  event: NewEvent | ConsumerEvent,
): Promise<void> {
  await trx.insertInto('latchkey_events').values(toEventRow(event)).execute()
}

/** The same as a statement, which appends only where it is so. */
export function eventToAppend(
  db: Kysely<KeyDatabase>,
  event: NewEvent | ConsumerEvent,
  isSo: Expression<SqlBool>,
): CompiledQuery {
  const row = toEventRow(event)
  return db
    .insertInto('latchkey_events')
    .columns(eventColumns)
    .expression(
      db.selectNoFrom(({ val }) => eventColumns.map((column) => val(row[column]).as(column))).where(isSo),
    )
    .compile()
}

export function toActivityEvent(row: Selectable<KeyDatabase['latchkey_events']>): ActivityEvent {
  return {
    id: toEventId(row.id),
    keyId: row.key_id === ofConsumer ? null : row.key_id,
    type: row.type,
    at: toInstant(row.at),
    actor:
      row.actor_id === null
        ? null
        : { id: row.actor_id, ...(row.actor_name === null ? {} : { name: row.actor_name }) },
    address: row.address,
    userAgent: row.user_agent,
    reason: row.reason,
    changes: parseJsonList(row.changes),
  }
}

function toEventRow(event: NewEvent | ConsumerEvent): EventRow {
  const bounded = boundEvent(event)
  return {
    key_id: bounded.keyId ?? ofConsumer,
    consumer_id: bounded.consumerId,
    type: bounded.type,
    at: toEpochMs(bounded.at),
    actor_id: bounded.actor?.id ?? null,
    actor_name: bounded.actor?.name ?? null,
    address: bounded.address,
    user_agent: bounded.userAgent,
    reason: bounded.reason,
    changes: JSON.stringify(bounded.changes),
  }
}
