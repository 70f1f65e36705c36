/**
 * Counts the changes of what a verification reads. SQLite tells cheaply that something was committed
 * (`PRAGMA data_version`), and once a second that is only usage; this tells whether it concerned anybody's memory.
 */
export const changesSchema = `
CREATE TABLE latchkey_changes (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL
) STRICT;
INSERT INTO latchkey_changes (id, count) VALUES (1, 0);

CREATE TRIGGER latchkey_keys_counted AFTER UPDATE OF consumer_id, name, environment, scopes, ip_allowlist, rate_limit,
  rate_window_seconds, digest_algorithm, digest_pepper_id, digest_value, expires_at, overlap_ends_at, disabled_at,
  revoked_at ON latchkey_keys
BEGIN UPDATE latchkey_changes SET count = count + 1; END;
CREATE TRIGGER latchkey_suspensions_added AFTER INSERT ON latchkey_suspensions
BEGIN UPDATE latchkey_changes SET count = count + 1; END;
CREATE TRIGGER latchkey_suspensions_changed AFTER UPDATE ON latchkey_suspensions
BEGIN UPDATE latchkey_changes SET count = count + 1; END;
CREATE TRIGGER latchkey_suspensions_lifted AFTER DELETE ON latchkey_suspensions
BEGIN UPDATE latchkey_changes SET count = count + 1; END;
`
