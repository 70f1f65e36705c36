import type { ApiKey } from '../../../src/contract/index.js'
import type { KeyRef } from '../../core/api-key-store.js'
import type { KeyDigest } from '../../core/stored-key.js'
import { keyColumns, toApiKey } from './key-row.js'
import type { SqlAccess } from './sql-access.js'
import { isKey } from './where-key.js'

export async function getKey(access: SqlAccess, ref: KeyRef): Promise<ApiKey | null> {
  const db = await access.reads()
  const row = await db.selectFrom('latchkey_keys').select(keyColumns).where(isKey(ref)).executeTakeFirst()
  return row ? toApiKey(row) : null
}

export async function findConsumers(
  access: SqlAccess,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const db = await access.reads()
  const rows = await db
    .selectFrom('latchkey_keys')
    .select(['id', 'consumer_id'])
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.id, row.consumer_id]))
}

export async function listConsumers(access: SqlAccess, afterId: string, limit: number): Promise<string[]> {
  const db = await access.reads()
  const rows = await db
    .selectFrom('latchkey_keys')
    .select('consumer_id')
    .distinct()
    .where('consumer_id', '>', afterId)
    .orderBy('consumer_id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.consumer_id)
}

export async function findByDigest(access: SqlAccess, digests: readonly KeyDigest[]): Promise<KeyRef | null> {
  if (digests.length === 0) return null
  const db = await access.reads()
  const rows = await db
    .selectFrom('latchkey_keys')
    .select(['id', 'consumer_id', 'digest_algorithm', 'digest_pepper_id', 'digest_value'])
    .where(
      'digest_value',
      'in',
      digests.map(({ value }) => value),
    )
    .execute()
  const found = rows.find((row) =>
    digests.some(
      ({ algorithm, pepperId, value }) =>
        algorithm === row.digest_algorithm && pepperId === row.digest_pepper_id && value === row.digest_value,
    ),
  )
  return found ? { id: found.id, consumerId: found.consumer_id } : null
}
