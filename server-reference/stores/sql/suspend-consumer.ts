import { toEpochMs } from './epoch-ms.js'
import type { SqlAccess } from './sql-access.js'

export async function suspendConsumer(
  access: SqlAccess,
  consumerId: string,
  suspendedAt: string | null,
): Promise<void> {
  const db = await access.writes()
  await db.transaction().execute(async (trx) => {
    if (suspendedAt === null) {
      await trx.deleteFrom('latchkey_suspensions').where('consumer_id', '=', consumerId).execute()
      return
    }
    const at = toEpochMs(suspendedAt)
    await trx
      .insertInto('latchkey_suspensions')
      .values({ consumer_id: consumerId, suspended_at: at })
      .onConflict((conflict) => conflict.column('consumer_id').doUpdateSet({ suspended_at: at }))
      .execute()
  })
}
