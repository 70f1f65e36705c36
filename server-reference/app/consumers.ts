import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { AppTables } from './app-tables.ts'
import { database } from './database.ts'
import { seedOrders } from './orders.ts'

/** An app of a person's, which has keys of its own. */
export interface Consumer {
  id: string
  name: string
  /** The one whose keys are shown where none is named. */
  isDefault: boolean
  createdAt: string
}

export const maxConsumersPerOwner = 50

export type CreateConsumerOutcome =
  | { ok: true; consumer: Consumer }
  | { ok: false; code: 'name_taken' | 'key_limit_reached' }

/** The person's consumers, the default one first; it is made when it is first needed. */
export async function listConsumers(ownerId: string): Promise<Consumer[]> {
  await defaultConsumerId(ownerId)
  const rows = await selectConsumers(ownerId)
    .orderBy('is_default', 'desc')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(toConsumer)
}

/** null: unknown, or somebody else's. */
export async function getConsumer(ownerId: string, id: string): Promise<Consumer | null> {
  const row = await selectConsumers(ownerId).where('id', '=', id).executeTakeFirst()
  return row ? toConsumer(row) : null
}

export async function defaultConsumerId(ownerId: string): Promise<string> {
  const find = () => selectConsumers(ownerId).where('is_default', '=', 1).executeTakeFirst()
  const found = await find()
  if (found) return found.id
  await insertConsumer(ownerId, 'My first app', true)
  // Read again: of two requests at once, one made it.
  return String((await find())?.id)
}

export async function createConsumer(ownerId: string, name: string): Promise<CreateConsumerOutcome> {
  await defaultConsumerId(ownerId)
  const id = await insertConsumer(ownerId, name, false)
  const consumer = id ? await getConsumer(ownerId, id) : null
  if (consumer) return { ok: true, consumer }
  const isTaken = await selectConsumers(ownerId).where('name', '=', name).executeTakeFirst()
  return { ok: false, code: isTaken ? 'name_taken' : 'key_limit_reached' }
}

/** null: the name is taken, the limit is reached, or the default one exists already. */
async function insertConsumer(ownerId: string, name: string, isDefault: boolean): Promise<string | null> {
  const { db, type } = database()
  const id = `app_${randomUUID().replaceAll('-', '')}`
  const insertion = sql`
    INSERT INTO app_consumers (id, owner_id, name, is_default, created_at)
    SELECT ${id}, ${ownerId}, ${name}, CAST(${isDefault ? 1 : 0} AS INTEGER), ${new Date().toISOString()}
    WHERE (SELECT count(*) FROM app_consumers WHERE owner_id = ${ownerId}) < ${sql.lit(maxConsumersPerOwner)}
    ON CONFLICT DO NOTHING`
  const { numAffectedRows } =
    type === 'sqlite'
      ? await insertion.execute(db)
      : await db.transaction().execute(async (trx) => {
          // Two at once would both count what was there before either; on SQLite only one writes at a time.
          await sql`SELECT pg_advisory_xact_lock(hashtextextended(${ownerId}, 0))`.execute(trx)
          return await insertion.execute(trx)
        })
  if (!numAffectedRows) return null
  await seedOrders(id)
  return id
}

function selectConsumers(ownerId: string) {
  return database()
    .db.selectFrom('app_consumers')
    .select(['id', 'name', 'is_default', 'created_at'])
    .where('owner_id', '=', ownerId)
}

function toConsumer(row: Omit<AppTables['app_consumers'], 'owner_id'>): Consumer {
  return { id: row.id, name: row.name, isDefault: row.is_default === 1, createdAt: row.created_at }
}
