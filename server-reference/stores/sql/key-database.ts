import type { ColumnType } from 'kysely'
import type { ActivityType, Environment } from '../../../src/contract/index.js'
import type { KeyDigest } from '../../core/stored-key.js'

/** The tables of a SQL store. Instants are milliseconds since the epoch; lists are JSON text. */
export interface KeyDatabase {
  latchkey_keys: KeyTable
  latchkey_suspensions: { consumer_id: string; suspended_at: number }
  latchkey_events: EventTable
  latchkey_notices: { key_id: string; kind: string; about: string; at: number }
  latchkey_usage: { key_id: string; day: string; allowed: number; denied: number }
  latchkey_requests: RequestTable
}

export interface KeyTable {
  id: string
  consumer_id: string
  name: string
  /** What is searched and sorted by: see `foldText`. */
  name_folded: string
  description: string | null
  description_folded: string | null
  environment: Environment
  prefix: string
  id_start: string
  key_end: string
  scopes: string
  ip_allowlist: string
  rate_limit: number | null
  rate_window_seconds: number | null
  created_at: number
  updated_at: number
  created_by_id: string | null
  created_by_name: string | null
  expires_at: number | null
  last_used_at: number | null
  disabled_at: number | null
  revoked_at: number | null
  revoked_reason: string | null
  replaces_id: string | null
  replaced_by_id: string | null
  /** The first key of a line of rotations; null for that key itself. Set once, when the key is added. */
  lineage_id: ColumnType<string | null, string | null | undefined, never>
  overlap_ends_at: number | null
  /** The earlier of expiry and end of overlap, kept by the database. */
  ends_at: ColumnType<number | null, never, never>
  /** When it was first refused as expired. null: never, or somebody has let it last longer since. */
  expired_seen_at: ColumnType<number | null, never, number | null>
  managed_by_name: string | null
  managed_by_url: string | null
  version: number
  digest_algorithm: KeyDigest['algorithm']
  digest_pepper_id: string | null
  digest_value: string
}

interface EventTable {
  /** Given by the database, and never twice. */
  id: ColumnType<number, never, never>
  key_id: string
  consumer_id: string
  type: ActivityType
  at: number
  actor_id: string | null
  actor_name: string | null
  address: string | null
  user_agent: string | null
  reason: string | null
  changes: string
}

interface RequestTable {
  scope: string
  idempotency_key: string
  fingerprint: string
  key_id: string
  consumer_id: string
  created_at: number
}
