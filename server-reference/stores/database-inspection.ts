/** What is in a database of keys, seen without changing it. */
export interface DatabaseInspection {
  schema: {
    /** `outdated`, `newer`: than `known`. `foreign`: another application's. `missing`: no tables, or no file. */
    state: 'current' | 'missing' | 'outdated' | 'newer' | 'foreign'
    /** 0: none. */
    version: number
    /** The version that this program makes. */
    known: number
  }
  /** The database's clock and this process's at the same moment. null: they are one. */
  clock: { databaseMs: number; callerMs: number } | null
  /** When the newest entry of the log was made. null: there is none. */
  newestEventMs: number | null
  /** Peppers that keys which were not revoked are stored with; null among them: plain digests. Empty where it was not asked for. */
  pepperIds: (string | null)[]
  /** How many keys that were not revoked another system made. 0 where it was not asked for. */
  importedKeys: number
}

export interface InspectionOptions {
  /** Look through all keys, for `pepperIds` and `importedKeys`, which takes a while in a large table. */
  withKeys: boolean
}

/** A key that was made here begins with its id. */
export const countImported =
  'SELECT count(*) AS count FROM latchkey_keys WHERE revoked_at IS NULL AND id_start <> substr(id, 1, 4)'

/** @param version of the tables that are there; null: there are none */
export function toSchemaState(version: number | null, known: number): DatabaseInspection['schema'] {
  if (version === null) return { state: 'missing', version: 0, known }
  const state = version === known ? 'current' : version < known ? 'outdated' : 'newer'
  return { state, version, known }
}
