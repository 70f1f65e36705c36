import { sql } from 'kysely'
import type { ConsumerEvent } from '../../core/api-key-store.js'
import { toEpochMs } from './epoch-ms.js'
import { eventToAppend } from './events.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'

/** In turns with those who change its keys, so that of two who suspend it one does, and the log tells of one. */
export async function suspendConsumer(
  access: SqlAccess,
  consumerId: string,
  suspendedAt: string | null,
  event: ConsumerEvent,
): Promise<void> {
  const db = await access.writes()
  const suspension = db
    .selectFrom('latchkey_suspensions')
    .select('consumer_id')
    .where('consumer_id', '=', consumerId)
  const change =
    suspendedAt === null
      ? db.deleteFrom('latchkey_suspensions').where('consumer_id', '=', consumerId)
      : db
          .insertInto('latchkey_suspensions')
          .values({ consumer_id: consumerId, suspended_at: toEpochMs(suspendedAt) })
          .onConflict((conflict) => conflict.doNothing())
  const isNews =
    suspendedAt === null ? sql<boolean>`exists ${suspension}` : sql<boolean>`not exists ${suspension}`
  await access.inTurn(subjectsOf(consumerId), [eventToAppend(db, event, isNews), change.compile()])
}
