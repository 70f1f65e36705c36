import type { ApiKey } from '../../../src/contract/index.js'
import type { Revocation } from '../../core/api-key-store.js'
import { eventToAppend } from './events.js'
import { keyColumns, toApiKey } from './key-row.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { holdsKey, isKey, nextVersion } from './where-key.js'

/** The event first, while it still shows that the key was not revoked before. */
export async function revokeKey(
  access: SqlAccess,
  { ref, now, reason, event }: Revocation,
): Promise<ApiKey | null> {
  const db = await access.writes()
  const [, , [row]] = await access.inTurn(subjectsOf(ref.consumerId), [
    eventToAppend(
      db,
      event,
      holdsKey(access, db, (eb) => eb.and([isKey(ref)(eb), eb('revoked_at', 'is', null)])),
    ),
    db
      .updateTable('latchkey_keys')
      .set({ revoked_at: now, revoked_reason: reason, updated_at: now, version: nextVersion })
      .where(isKey(ref))
      .where('revoked_at', 'is', null)
      .compile(),
    db.selectFrom('latchkey_keys').select(keyColumns).where(isKey(ref)).compile(),
  ])
  return row ? toApiKey(row) : null
}
