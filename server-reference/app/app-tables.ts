/** The app's own tables, besides those of its accounts. Instants are RFC 3339 texts. */
export interface AppTables {
  app_consumers: {
    id: string
    owner_id: string
    name: string
    /** 1 or 0. */
    is_default: number
    created_at: string
  }
  app_orders: {
    id: string
    consumer_id: string
    customer: string
    total_cents: number
    status: string
    created_at: string
  }
}

/** A table is never changed once it was released. */
export function createTables(type: 'sqlite' | 'postgres'): string[] {
  // PostgreSQL always holds a column to its type.
  const strict = type === 'sqlite' ? 'STRICT' : ''
  return [
    `CREATE TABLE IF NOT EXISTS app_consumers (
    id TEXT PRIMARY KEY,
    owner_id TEXT NOT NULL,
    name TEXT NOT NULL,
    is_default INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) ${strict}`,
    'CREATE UNIQUE INDEX IF NOT EXISTS app_consumers_default ON app_consumers (owner_id) WHERE is_default = 1',
    'CREATE UNIQUE INDEX IF NOT EXISTS app_consumers_name ON app_consumers (owner_id, name)',
    `CREATE TABLE IF NOT EXISTS app_orders (
    id TEXT PRIMARY KEY,
    consumer_id TEXT NOT NULL REFERENCES app_consumers (id),
    customer TEXT NOT NULL,
    total_cents INTEGER NOT NULL,
    status TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) ${strict}`,
    'CREATE INDEX IF NOT EXISTS app_orders_consumer ON app_orders (consumer_id, created_at, id)',
  ]
}
