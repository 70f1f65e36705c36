import type { KeyDigest } from '../../core/stored-key.js'
import type { SqlAccess } from './sql-access.js'

/** Counts as no change of the key: neither its version nor its log tells of a rehash. */
export async function replaceDigest(
  access: SqlAccess,
  id: string,
  from: KeyDigest,
  to: KeyDigest,
): Promise<void> {
  const db = await access.writes()
  await db.transaction().execute((trx) =>
    trx
      .updateTable('latchkey_keys')
      .set({ digest_algorithm: to.algorithm, digest_pepper_id: to.pepperId, digest_value: to.value })
      .where('id', '=', id)
      .where('digest_algorithm', '=', from.algorithm)
      .where('digest_pepper_id', from.pepperId === null ? 'is' : '=', from.pepperId)
      .where('digest_value', '=', from.value)
      .execute(),
  )
}
