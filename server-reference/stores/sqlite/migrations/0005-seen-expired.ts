/**
 * `expired_seen_at`: when a key was first refused as expired, which a verification reads. And indexes that answer how
 * many keys a consumer has in which state without a look at the keys themselves: SQLite takes no generated column, as
 * `ends_at` is one, out of an index. None of them holds a column that each use of a key changes.
 */
export const seenExpired = `
ALTER TABLE latchkey_keys ADD COLUMN expired_seen_at INTEGER;

DROP TRIGGER latchkey_keys_counted;
CREATE TRIGGER latchkey_keys_counted AFTER UPDATE OF consumer_id, name, environment, scopes, ip_allowlist, rate_limit,
  rate_window_seconds, digest_algorithm, digest_pepper_id, digest_value, expires_at, overlap_ends_at, disabled_at,
  revoked_at, expired_seen_at ON latchkey_keys
BEGIN UPDATE latchkey_changes SET count = count + 1; END;

CREATE INDEX latchkey_keys_listed ON latchkey_keys
  (consumer_id, created_at, id, revoked_at, expires_at, disabled_at, overlap_ends_at);
DROP INDEX latchkey_keys_created;
CREATE INDEX latchkey_keys_unused ON latchkey_keys (consumer_id, created_at, last_used_at, revoked_at)
  WHERE last_used_at IS NULL AND revoked_at IS NULL;
`
