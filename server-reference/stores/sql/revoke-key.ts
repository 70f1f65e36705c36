import type { ApiKey } from '../../../src/contract/index.js'
import type { Revocation } from '../../core/api-key-store.js'
import { appendEvent } from './events.js'
import { keyColumns, toApiKey } from './key-row.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { isKey, nextVersion } from './where-key.js'

export async function revokeKey(
  access: SqlAccess,
  { ref, now, reason, event }: Revocation,
): Promise<ApiKey | null> {
  const db = await access.writes()
  return await db.transaction().execute(async (trx) => {
    await access.dialect.takeTurns(trx, subjectsOf(ref.consumerId))
    const revoked = await trx
      .updateTable('latchkey_keys')
      .set({ revoked_at: now, revoked_reason: reason, updated_at: now, version: nextVersion })
      .where(isKey(ref))
      .where('revoked_at', 'is', null)
      .returning(keyColumns)
      .executeTakeFirst()
    if (revoked) await appendEvent(trx, event)
    const row =
      revoked ??
      (await trx.selectFrom('latchkey_keys').select(keyColumns).where(isKey(ref)).executeTakeFirst())
    return row ? toApiKey(row) : null
  })
}
