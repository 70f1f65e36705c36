import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ApiKeyStore } from '../core/api-key-store.js'
import { postgresStore } from '../stores/postgres/index.js'
import { createTestDatabase } from '../stores/postgres/test-database.conformance.js'
import { sqliteStore } from '../stores/sqlite/index.js'

/** An empty database for the command line, as its address names it. */
export interface Place {
  url: string
  /** As the app would, beside it. */
  open(): ApiKeyStore
  drop(): Promise<void>
}

export const places: Record<'SQLite' | 'PostgreSQL', () => Promise<Place>> = {
  SQLite: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-cli-'))
    const path = join(folder, 'keys.db')
    return {
      url: `file:${path}`,
      open: () => sqliteStore({ path }),
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    }
  },
  PostgreSQL: async () => {
    const { url, drop } = await createTestDatabase()
    return { url, open: () => postgresStore({ url, timeoutMs: 5_000 }), drop }
  },
}
