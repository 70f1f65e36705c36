import type { GuardedClient } from './guarded-client.js'
import type { GuardedPool } from './guarded-pool.js'
import { initialSchema } from './migrations/0001-initial.js'
import { lineageAndNotices } from './migrations/0002-lineage-and-notices.js'
import { backgroundWork } from './migrations/0003-background-work.js'
import { seenExpired } from './migrations/0004-seen-expired.js'
import { listedByName } from './migrations/0005-listed-by-name.js'
import { lockTimeoutMs, untilUnlocked } from './until-unlocked.js'

/** In order; a migration is never changed once it was released. */
const migrations = [initialSchema, lineageAndNotices, backgroundWork, seenExpired, listedByName]

/** The version that this code knows. */
export const schemaVersion = migrations.length

/** "LKey"; the same number names the SQLite files. */
const migrationLock = 0x4c4b6579

/** How long to wait while another instance migrates, in milliseconds. */
const turnTimeoutMs = 30_000

/** Long enough for an index over many millions of keys, in milliseconds. */
const migrationTimeoutMs = 10 * 60_000

interface SchemaOptions {
  /** Reject where the tables are missing. */
  mustExist: boolean
  now: () => number
}

/**
 * Brings a database to the version that this code knows, in one transaction, whoever else is starting. Instances that
 * run meanwhile are not held up, however long somebody reads the tables that are to be changed.
 */
export async function prepareSchema(pool: GuardedPool, options: SchemaOptions): Promise<void> {
  const client = await pool.connect()
  try {
    // Most starts find nothing to do, and then need no right to change anything.
    if ((await readVersion(client, options)) < migrations.length) {
      await untilUnlocked(() => migrate(client, options))
    }
  } finally {
    client.release()
  }
}

async function migrate(client: GuardedClient, options: SchemaOptions): Promise<void> {
  await client.query('BEGIN', [])
  try {
    await client.query(`SET LOCAL statement_timeout = ${turnTimeoutMs}`, [])
    await client.query('SELECT pg_advisory_xact_lock($1)', [migrationLock], turnTimeoutMs)
    await client.query(
      `SET LOCAL statement_timeout = ${migrationTimeoutMs}; SET LOCAL lock_timeout = ${lockTimeoutMs}`,
      [],
    )
    // Read again: another instance may have migrated while this one waited for the lock.
    for (const migration of migrations.slice(await readVersion(client, options))) {
      await client.query(migration, [], migrationTimeoutMs)
    }
    await client.query(
      `INSERT INTO latchkey_schema (id, version, migrated_at) VALUES (1, $1, $2)
       ON CONFLICT (id) DO UPDATE SET version = excluded.version, migrated_at = excluded.migrated_at`,
      [migrations.length, options.now()],
    )
    await client.query('COMMIT', [])
  } catch (error) {
    await client.query('ROLLBACK', []).catch(() => undefined)
    throw error
  }
}

/** 0: a database without keys, where they may be made. */
async function readVersion(client: GuardedClient, { mustExist }: SchemaOptions): Promise<number> {
  const { rows: found } = await client.query<{ has_schema: boolean }>(
    // Not `to_regclass`: it may answer from this session's cache what was so before it waited for the lock.
    `SELECT EXISTS (
      SELECT FROM pg_catalog.pg_class WHERE relname = 'latchkey_schema' AND pg_catalog.pg_table_is_visible(oid)
    ) AS has_schema`,
    [],
  )
  if (!found[0]?.has_schema) {
    if (!mustExist) return 0
    throw new Error(
      "Latchkey: this PostgreSQL database has no keys' tables. They are not made anew, because keys that exist would be refused as unknown. Restore them from a backup, or name another database.",
    )
  }
  const { rows } = await client.query<{ version: number }>('SELECT version FROM latchkey_schema', [])
  const version = Number(rows[0]?.version)
  if (!Number.isInteger(version) || version < 1 || version > migrations.length) {
    throw new Error(
      `Latchkey: this PostgreSQL database has version ${version} of the keys' tables, and this program knows ${migrations.length}. A newer one has migrated it. Run that one, or restore a backup from before.`,
    )
  }
  return version
}
