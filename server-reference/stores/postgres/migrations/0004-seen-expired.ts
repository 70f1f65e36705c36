/** `expired_seen_at`: when a key was first refused as expired, which a verification reads and every instance hears of. */
export const seenExpired = `
ALTER TABLE latchkey_keys ADD COLUMN expired_seen_at bigint;

DROP TRIGGER latchkey_keys_told ON latchkey_keys;
CREATE TRIGGER latchkey_keys_told AFTER UPDATE OF consumer_id, name, environment, scopes, ip_allowlist, rate_limit,
  rate_window_seconds, digest_algorithm, digest_pepper_id, digest_value, expires_at, overlap_ends_at, disabled_at,
  revoked_at, expired_seen_at ON latchkey_keys FOR EACH ROW EXECUTE FUNCTION latchkey_tell_of_key();
ALTER TABLE latchkey_keys ENABLE ALWAYS TRIGGER latchkey_keys_told;
`
