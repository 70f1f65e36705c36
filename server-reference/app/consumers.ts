import { randomUUID } from 'node:crypto'
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
export function listConsumers(ownerId: string): Consumer[] {
  defaultConsumerId(ownerId)
  return database()
    .prepare(
      'SELECT id, name, is_default, created_at FROM app_consumers WHERE owner_id = ? ORDER BY is_default DESC, created_at, id',
    )
    .all(ownerId)
    .map(toConsumer)
}

/** null: unknown, or somebody else's. */
export function getConsumer(ownerId: string, id: string): Consumer | null {
  const row = database()
    .prepare('SELECT id, name, is_default, created_at FROM app_consumers WHERE id = ? AND owner_id = ?')
    .get(id, ownerId)
  return row ? toConsumer(row) : null
}

export function defaultConsumerId(ownerId: string): string {
  const find = database().prepare('SELECT id FROM app_consumers WHERE owner_id = ? AND is_default = 1')
  const found = find.get(ownerId)
  if (found) return String(found.id)
  insertConsumer(ownerId, 'My first app', true)
  // Read again: of two requests at once, one made it.
  return String(find.get(ownerId)?.id)
}

export function createConsumer(ownerId: string, name: string): CreateConsumerOutcome {
  defaultConsumerId(ownerId)
  const id = insertConsumer(ownerId, name, false)
  const consumer = id ? getConsumer(ownerId, id) : null
  if (consumer) return { ok: true, consumer }
  const isTaken = database()
    .prepare('SELECT 1 FROM app_consumers WHERE owner_id = ? AND name = ?')
    .get(ownerId, name)
  return { ok: false, code: isTaken ? 'name_taken' : 'key_limit_reached' }
}

/** null: the name is taken, the limit is reached, or the default one exists already. */
function insertConsumer(ownerId: string, name: string, isDefault: boolean): string | null {
  const id = `app_${randomUUID().replaceAll('-', '')}`
  const createdAt = new Date().toISOString()
  const { changes } = database()
    .prepare(
      `INSERT INTO app_consumers (id, owner_id, name, is_default, created_at)
       SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM app_consumers WHERE owner_id = ?) < ?
       ON CONFLICT DO NOTHING`,
    )
    .run(id, ownerId, name, isDefault ? 1 : 0, createdAt, ownerId, maxConsumersPerOwner)
  if (changes === 0) return null
  seedOrders(id)
  return id
}

function toConsumer(row: Record<string, unknown>): Consumer {
  return {
    id: String(row.id),
    name: String(row.name),
    isDefault: row.is_default === 1,
    createdAt: String(row.created_at),
  }
}
