import type { ExpressionBuilder, Transaction } from 'kysely'
import type { RotateOutcome, StoreRotation } from '../../core/api-key-store.js'
import { toEpochMs } from './epoch-ms.js'
import { eventToAppend } from './events.js'
import type { KeyDatabase } from './key-database.js'
import { keyColumns, toApiKey, toKeyRow } from './key-row.js'
import { findReplay, requestToRemember } from './requests.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { earlier } from './update-key.js'
import { hasLastingNeighbour, isKey, isLasting, nextVersion } from './where-key.js'

export async function rotateKey(access: SqlAccess, rotation: StoreRotation): Promise<RotateOutcome> {
  const { ref, expectedVersion = null, now, successor, idempotency, event } = rotation
  const db = await access.writes()
  return await db.transaction().execute(async (trx): Promise<RotateOutcome> => {
    await access.dialect.takeTurns(trx, subjectsOf(ref.consumerId, idempotency))
    const replay = await findReplay(trx, idempotency, now)
    if (replay) return replay
    // The old key first: it must let go of the name before its successor takes it.
    const row = await trx
      .updateTable('latchkey_keys')
      .set({ replaced_by_id: successor.id, updated_at: now, version: nextVersion })
      .set(endOfPrevious(rotation))
      .where(isKey(ref))
      .where(isReady(now))
      .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
      .returning([...keyColumns, 'lineage_id'])
      .executeTakeFirst()
    if (!row) return { ok: false, code: await explainRefusal(trx, rotation) }
    // The name that the old key has now, which a rename may have changed since the successor was made.
    await access.dialect.together(trx, [
      trx
        .insertInto('latchkey_keys')
        .values({ ...toKeyRow({ ...successor, name: row.name }), lineage_id: row.lineage_id ?? row.id }),
      ...requestToRemember(trx, idempotency, successor, now),
      eventToAppend(trx, event),
    ])
    return { ok: true, previous: toApiKey(row) }
  })
}

function endOfPrevious({ now, overlapEndsAt }: StoreRotation) {
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_keys'>) =>
    overlapEndsAt === null
      ? { revoked_at: now, revoked_reason: 'rotated' }
      : { overlap_ends_at: earlier(eb.val(toEpochMs(overlapEndsAt)), eb.ref('expires_at')) }
}

/** A rotation adds one working key beside another, never a third: the overlap before this one has to be over. */
function isReady(now: number) {
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_keys'>) =>
    eb.and([
      isLasting(now)(eb),
      eb('disabled_at', 'is', null),
      eb('replaced_by_id', 'is', null),
      eb('expired_seen_at', 'is', null),
      eb.not(hasLastingNeighbour('replaces_id', now)(eb)),
    ])
}

async function explainRefusal(trx: Transaction<KeyDatabase>, { ref, now }: StoreRotation) {
  const row = await trx
    .selectFrom('latchkey_keys')
    .select((eb) => [isReady(now)(eb).as('isReady')])
    .where(isKey(ref))
    .executeTakeFirst()
  if (!row) return 'not_found'
  return row.isReady ? 'version_conflict' : 'key_not_rotatable'
}
