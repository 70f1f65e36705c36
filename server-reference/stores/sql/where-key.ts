import { type ExpressionBuilder, sql } from 'kysely'
import type { KeyRef } from '../../core/api-key-store.js'
import type { KeyDatabase } from './key-database.js'

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

/** One more than it is, counted by the database. */
export const nextVersion = sql<number>`version + 1`
