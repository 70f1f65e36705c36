import type { ConsumerEvent } from '../../core/api-key-store.js'
import { toEpochMs } from './epoch-ms.js'
import { appendEvent } from './events.js'
import type { SqlAccess } from './sql-access.js'

export async function suspendConsumer(
  access: SqlAccess,
  consumerId: string,
  suspendedAt: string | null,
  event: ConsumerEvent,
): Promise<void> {
  const db = await access.writes()
  await db.transaction().execute(async (trx) => {
    const changed =
      suspendedAt === null
        ? await trx
            .deleteFrom('latchkey_suspensions')
            .where('consumer_id', '=', consumerId)
            .returning('consumer_id')
            .executeTakeFirst()
        : await trx
            .insertInto('latchkey_suspensions')
            .values({ consumer_id: consumerId, suspended_at: toEpochMs(suspendedAt) })
            .onConflict((conflict) => conflict.doNothing())
            .returning('consumer_id')
            .executeTakeFirst()
    if (changed) await appendEvent(trx, event)
  })
}
