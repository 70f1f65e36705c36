/**
 * Instants are milliseconds since the epoch. Text compares byte by byte, so ids and consumers are
 * case-sensitive. Keys are clustered by their id: the verification read walks one tree.
 */
export const initialSchema = `
CREATE TABLE latchkey_schema (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  migrated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE latchkey_keys (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64),
  consumer_id TEXT NOT NULL CHECK (length(consumer_id) BETWEEN 1 AND 128),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  environment TEXT NOT NULL CHECK (environment IN ('live', 'test')),
  scopes TEXT NOT NULL CHECK (json_valid(scopes) AND length(scopes) <= 16384),
  ip_allowlist TEXT NOT NULL CHECK (json_valid(ip_allowlist) AND length(ip_allowlist) <= 8192),
  rate_limit INTEGER CHECK (rate_limit > 0),
  rate_window_seconds INTEGER CHECK (rate_window_seconds > 0),
  digest_algorithm TEXT NOT NULL CHECK (digest_algorithm IN ('sha256', 'hmac-sha256')),
  digest_pepper_id TEXT CHECK (length(digest_pepper_id) <= 128),
  digest_value TEXT NOT NULL CHECK (length(digest_value) = 64),
  expires_at INTEGER CHECK (expires_at >= 0),
  overlap_ends_at INTEGER CHECK (overlap_ends_at >= 0),
  ends_at INTEGER GENERATED ALWAYS AS (
    CASE
      WHEN expires_at IS NULL THEN overlap_ends_at
      WHEN overlap_ends_at IS NULL THEN expires_at
      ELSE min(expires_at, overlap_ends_at)
    END
  ) STORED,
  disabled_at INTEGER,
  revoked_at INTEGER,
  revoked_reason TEXT CHECK (length(revoked_reason) <= 255),
  name_folded TEXT NOT NULL CHECK (length(name_folded) <= 256),
  description TEXT CHECK (length(description) <= 255),
  description_folded TEXT CHECK (length(description_folded) <= 1024),
  prefix TEXT NOT NULL CHECK (length(prefix) <= 32),
  id_start TEXT NOT NULL CHECK (length(id_start) <= 16),
  key_end TEXT NOT NULL CHECK (length(key_end) <= 16),
  created_at INTEGER NOT NULL CHECK (created_at >= 0),
  updated_at INTEGER NOT NULL CHECK (updated_at >= 0),
  created_by_id TEXT CHECK (length(created_by_id) <= 256),
  created_by_name TEXT CHECK (length(created_by_name) <= 256),
  last_used_at INTEGER CHECK (last_used_at >= 0),
  replaces_id TEXT CHECK (length(replaces_id) <= 64),
  replaced_by_id TEXT CHECK (length(replaced_by_id) <= 64),
  managed_by_name TEXT CHECK (length(managed_by_name) <= 256),
  managed_by_url TEXT CHECK (length(managed_by_url) <= 2048),
  version INTEGER NOT NULL CHECK (version >= 1),
  CHECK ((rate_limit IS NULL) = (rate_window_seconds IS NULL)),
  CHECK ((digest_algorithm = 'sha256') = (digest_pepper_id IS NULL)),
  CHECK (revoked_reason IS NULL OR revoked_at IS NOT NULL),
  CHECK (overlap_ends_at IS NULL OR replaced_by_id IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX latchkey_keys_digest ON latchkey_keys (digest_value);
CREATE UNIQUE INDEX latchkey_keys_name ON latchkey_keys (consumer_id, name)
  WHERE revoked_at IS NULL AND replaced_by_id IS NULL;
CREATE UNIQUE INDEX latchkey_keys_replaces ON latchkey_keys (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX latchkey_keys_created ON latchkey_keys (consumer_id, created_at, id);

CREATE TRIGGER latchkey_keys_revoked_for_good BEFORE UPDATE OF revoked_at ON latchkey_keys
WHEN OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at
BEGIN SELECT raise(ABORT, 'a revocation is final'); END;
CREATE TRIGGER latchkey_keys_kept BEFORE DELETE ON latchkey_keys
BEGIN SELECT raise(ABORT, 'keys are revoked, never deleted'); END;

CREATE TABLE latchkey_suspensions (
  consumer_id TEXT NOT NULL PRIMARY KEY CHECK (length(consumer_id) BETWEEN 1 AND 128),
  suspended_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE latchkey_events (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key_id TEXT NOT NULL CHECK (length(key_id) <= 64),
  consumer_id TEXT NOT NULL CHECK (length(consumer_id) <= 128),
  type TEXT NOT NULL CHECK (length(type) <= 32),
  at INTEGER NOT NULL,
  actor_id TEXT CHECK (length(actor_id) <= 256),
  actor_name TEXT CHECK (length(actor_name) <= 256),
  address TEXT CHECK (length(address) <= 64),
  user_agent TEXT CHECK (length(user_agent) <= 512),
  reason TEXT CHECK (length(reason) <= 255),
  changes TEXT NOT NULL CHECK (json_valid(changes) AND length(changes) <= 1024)
) STRICT;
CREATE INDEX latchkey_events_key ON latchkey_events (key_id, id);

CREATE TRIGGER latchkey_events_unchanged BEFORE UPDATE ON latchkey_events
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;
CREATE TRIGGER latchkey_events_kept BEFORE DELETE ON latchkey_events
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TABLE latchkey_usage (
  key_id TEXT NOT NULL REFERENCES latchkey_keys (id),
  day TEXT NOT NULL CHECK (length(day) = 10),
  allowed INTEGER NOT NULL CHECK (allowed >= 0),
  denied INTEGER NOT NULL CHECK (denied >= 0),
  PRIMARY KEY (key_id, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE latchkey_requests (
  scope TEXT NOT NULL CHECK (length(scope) <= 512),
  idempotency_key TEXT NOT NULL CHECK (length(idempotency_key) BETWEEN 1 AND 255),
  fingerprint TEXT NOT NULL CHECK (length(fingerprint) <= 128),
  key_id TEXT NOT NULL REFERENCES latchkey_keys (id),
  consumer_id TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (scope, idempotency_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX latchkey_requests_age ON latchkey_requests (created_at);
`
