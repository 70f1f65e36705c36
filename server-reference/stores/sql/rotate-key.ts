import { type ExpressionBuilder, type Kysely, sql } from 'kysely'
import type { RotateOutcome, StoreRotation } from '../../core/api-key-store.js'
import { toEpochMs } from './epoch-ms.js'
import { eventToAppend } from './events.js'
import type { KeyDatabase } from './key-database.js'
import { keyColumns, newKeyColumns, toApiKey, toKeyRow } from './key-row.js'
import { requestToRemember, selectRepeated, toReplay } from './requests.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { earlier } from './update-key.js'
import { hasLastingNeighbour, isKey, isLasting, isThere, nextVersion } from './where-key.js'

/**
 * The old key first: it must let go of the name before its successor takes it. Everything else is written only where it
 * did, and shows so by the successor's id, which is new.
 */
export async function rotateKey(access: SqlAccess, rotation: StoreRotation): Promise<RotateOutcome> {
  const { ref, now, successor, idempotency, event } = rotation
  const db = await access.writes()
  const hasMade = isThere(db, successor.id)
  const [[previous], [repeated], [old]] = await access.inTurn(subjectsOf(ref.consumerId, idempotency), [
    replacedKey(db, rotation),
    selectRepeated(db, idempotency, now).compile(),
    db
      .selectFrom('latchkey_keys')
      .select((eb) => [isReady(now)(eb).as('isReady')])
      .where(isKey(ref))
      .compile(),
    successorToInsert(db, rotation),
    ...requestToRemember(db, idempotency, successor, { now, hasMade }),
    eventToAppend(db, event, hasMade),
  ])
  if (previous) return { ok: true, previous: toApiKey(previous) }
  if (repeated) return toReplay(repeated)
  if (!old) return { ok: false, code: 'not_found' }
  return { ok: false, code: old.isReady ? 'version_conflict' : 'key_not_rotatable' }
}

function replacedKey(db: Kysely<KeyDatabase>, rotation: StoreRotation) {
  const { ref, expectedVersion = null, now, successor, idempotency } = rotation
  return db
    .updateTable('latchkey_keys')
    .set({ replaced_by_id: successor.id, updated_at: now, version: nextVersion })
    .set(endOfPrevious(rotation))
    .where(isKey(ref))
    .where(isReady(now))
    .where(({ not, exists }) => not(exists(selectRepeated(db, idempotency, now))))
    .$if(expectedVersion !== null, (query) => query.where('version', '=', expectedVersion))
    .returning(keyColumns)
    .compile()
}

/** With the name that the old key has now, which a rename may have changed since the successor was made. */
function successorToInsert(db: Kysely<KeyDatabase>, { ref, successor }: StoreRotation) {
  const row = toKeyRow(successor)
  const inherited = ['name', 'name_folded'] as const
  const own = newKeyColumns.filter((column) => column !== 'name' && column !== 'name_folded')
  return db
    .insertInto('latchkey_keys')
    .columns([...own, ...inherited, 'lineage_id'])
    .expression(
      db
        .selectFrom('latchkey_keys as old')
        .select(({ val }) => own.map((column) => val(row[column]).as(column)))
        .select([...inherited, sql`coalesce(lineage_id, id)`.as('lineage_id')])
        .where('id', '=', ref.id)
        .where('replaced_by_id', '=', successor.id),
    )
    .compile()
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
