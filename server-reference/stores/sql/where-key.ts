import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { KeyRef } from '../../core/api-key-store.js'
import type { KeyDatabase } from './key-database.js'
import type { SqlAccess } from './sql-access.js'

type KeyExpressions = ExpressionBuilder<KeyDatabase, 'latchkey_keys'>

/** The consumer's own key; nobody reaches another's. */
export function isKey(ref: KeyRef) {
  return (eb: KeyExpressions) => eb.and({ id: ref.id, consumer_id: ref.consumerId })
}

/** Not revoked, and its end has not come. */
export function isLasting(now: number) {
  return (eb: KeyExpressions) =>
    eb.and([eb('revoked_at', 'is', null), eb.or([eb('ends_at', 'is', null), eb('ends_at', '>', now)])])
}

/**
 * The key that this one replaced, or that replaced this one, is there and still lasts. One look by the unique id.
 */
export function hasLastingNeighbour(link: 'replaces_id' | 'replaced_by_id', now: number) {
  return (eb: KeyExpressions) =>
    eb.exists(
      eb
        .selectFrom('latchkey_keys as neighbour')
        .select('neighbour.id')
        .whereRef('neighbour.id', '=', `latchkey_keys.${link}`)
        .where('neighbour.revoked_at', 'is', null)
        .where(({ eb: of, or }) =>
          or([of('neighbour.ends_at', 'is', null), of('neighbour.ends_at', '>', now)]),
        ),
    )
}

/** One more than it is, counted by the database. */
export const nextVersion = sql<number>`version + 1`

/** Whether there is a key of this id. */
export function isThere(db: Kysely<KeyDatabase>, id: string) {
  return sql<boolean>`exists ${db.selectFrom('latchkey_keys').select('id').where('id', '=', id)}`
}

/**
 * Whether there is such a key; it stays as it is until the transaction ends, so that what is written next finds it so.
 */
export function holdsKey(
  { dialect }: SqlAccess,
  db: Kysely<KeyDatabase>,
  isSuch: (eb: KeyExpressions) => Expression<SqlBool>,
) {
  const such = db
    .selectFrom('latchkey_keys')
    .select('id')
    .where(isSuch)
    .$if(dialect.locksRows, (query) => query.forUpdate())
  return sql<boolean>`exists ${such}`
}
