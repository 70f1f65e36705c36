import { type Expression, type ExpressionBuilder, sql, type Updateable } from 'kysely'
import type { KeyChanges, StoreUpdate, UpdateOutcome } from '../../core/api-key-store.js'
import { foldText } from '../fold-text.js'
import { onlySwitches } from '../only-switches.js'
import { toEpochMs, toEpochMsOrNull } from './epoch-ms.js'
import { eventToAppend } from './events.js'
import type { KeyDatabase, KeyTable } from './key-database.js'
import { type KeyRow, keyColumns, toApiKey } from './key-row.js'
import type { SqlAccess } from './sql-access.js'
import { subjectsOf } from './subjects.js'
import { holdsKey, isKey, isLasting, nextVersion } from './where-key.js'

/** The event first, while the key is still what the change expects; then nobody else changes it. */
export async function updateKey(access: SqlAccess, update: StoreUpdate): Promise<UpdateOutcome> {
  const { ref, now, changes, event } = update
  const db = await access.writes()
  const isAsExpected = isOpenTo(update)
  try {
    const [, [updated], [found]] = await access.inTurn(subjectsOf(ref.consumerId), [
      eventToAppend(db, event, holdsKey(access, db, isAsExpected)),
      db
        .updateTable('latchkey_keys')
        .set({ ...plainColumns(changes), updated_at: now, version: nextVersion })
        .$if(changes.enabled === false, (query) =>
          query.set({ disabled_at: sql<number>`coalesce(disabled_at, ${now})` }),
        )
        .$if(changes.expiresAt !== undefined || changes.overlapEndsAt !== undefined, (query) =>
          query.set({ overlap_ends_at: boundedOverlap(changes), expired_seen_at: unlessExtended(changes) }),
        )
        .where(isAsExpected)
        .returning(keyColumns)
        .compile(),
      db
        .selectFrom('latchkey_keys')
        .select([...keyColumns, 'ends_at'])
        .where(isKey(ref))
        .compile(),
    ])
    return updated ? { ok: true, key: toApiKey(updated) } : explainStandstill(update, found)
  } catch (error) {
    if (access.dialect.isNameTaken(error)) return { ok: false, code: 'name_taken' }
    throw error
  }
}

/** Whether the change applies to a key: it is that key, not over, of that version, and there is something to do. */
function isOpenTo({ ref, expectedVersion, now, changes }: StoreUpdate) {
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_keys'>) =>
    eb.and([
      isKey(ref)(eb),
      isLasting(now)(eb),
      ...(expectedVersion === null ? [] : [eb('version', '=', expectedVersion)]),
      ...(changes.overlapEndsAt === undefined ? [] : [eb('overlap_ends_at', 'is not', null)]),
      ...(onlySwitches(changes) ? [eb('disabled_at', changes.enabled ? 'is not' : 'is', null)] : []),
    ])
}

/** The columns whose new value depends on nothing but the request. */
function plainColumns({ name, description, enabled, expiresAt, scopes, ipAllowlist, rateLimit }: KeyChanges) {
  const columns: Updateable<KeyTable> = {}
  if (name !== undefined) Object.assign(columns, { name, name_folded: foldText(name) })
  if (description !== undefined) {
    columns.description = description
    columns.description_folded = description === null ? null : foldText(description)
  }
  if (enabled === true) columns.disabled_at = null
  if (expiresAt !== undefined) columns.expires_at = toEpochMsOrNull(expiresAt)
  if (scopes !== undefined) columns.scopes = JSON.stringify(scopes)
  if (ipAllowlist !== undefined) columns.ip_allowlist = JSON.stringify(ipAllowlist)
  if (rateLimit !== undefined) {
    columns.rate_limit = rateLimit?.limit ?? null
    columns.rate_window_seconds = rateLimit?.windowSeconds ?? null
  }
  return columns
}

/** An overlap never outlasts the key's own expiry, whichever of the two changed. */
function boundedOverlap(changes: KeyChanges) {
  const { overlapEndsAt } = changes
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_keys'>) => {
    const overlap = overlapEndsAt === undefined ? eb.ref('overlap_ends_at') : eb.val(toEpochMs(overlapEndsAt))
    return earlier(overlap, expiryAfter(changes)(eb))
  }
}

/** Whoever lets a key last longer lets it work again, though it was seen expired (OP-12). */
function unlessExtended(changes: KeyChanges) {
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_keys'>) => {
    const end = sql`coalesce(${boundedOverlap(changes)(eb)}, cast(${expiryAfter(changes)(eb)} as bigint))`
    return sql<number | null>`case when ${end} <= ends_at then expired_seen_at end`
  }
}

function expiryAfter({ expiresAt }: KeyChanges) {
  return (eb: ExpressionBuilder<KeyDatabase, 'latchkey_keys'>) =>
    expiresAt === undefined ? eb.ref('expires_at') : eb.val(toEpochMsOrNull(expiresAt))
}

/** The earlier of two instants; the overlap where there is no expiry. A parameter by itself has no type everywhere. */
export function earlier(overlap: Expression<number | null>, expiry: Expression<number | null>) {
  const [first, second] = [overlap, expiry].map((instant) => sql`cast(${instant} as bigint)`)
  return sql<number | null>`case when ${second} < ${first} then ${second} else ${first} end`
}

/** Why nothing was written: a rule refused it, or there was nothing to do. */
function explainStandstill(
  { expectedVersion, now, changes }: StoreUpdate,
  row: (KeyRow & { ends_at: number | null }) | undefined,
): UpdateOutcome {
  if (!row) return { ok: false, code: 'not_found' }
  const isOver = row.revoked_at !== null || (row.ends_at !== null && row.ends_at <= now)
  const lacksOverlap = changes.overlapEndsAt !== undefined && row.overlap_ends_at === null
  if (isOver || lacksOverlap) return { ok: false, code: 'key_not_updatable' }
  const isAsked = expectedVersion === null || expectedVersion === row.version
  return isAsked ? { ok: true, key: toApiKey(row) } : { ok: false, code: 'version_conflict' }
}
