/**
 * `INSERT OR REPLACE` deletes the row that stands in its way, and SQLite runs no trigger for that unless a connection has
 * `recursive_triggers`. So whoever copied rows back out of a backup could take revocations back. An event whose id the
 * database is to give has -1 here.
 */
export const nothingReplaced = `
CREATE TRIGGER latchkey_events_not_replaced BEFORE INSERT ON latchkey_events
WHEN EXISTS (SELECT 1 FROM latchkey_events WHERE id = NEW.id)
BEGIN SELECT raise(ABORT, 'the log is append-only'); END;

CREATE TRIGGER latchkey_keys_not_replaced BEFORE INSERT ON latchkey_keys
WHEN EXISTS (SELECT 1 FROM latchkey_keys WHERE id = NEW.id)
  OR EXISTS (SELECT 1 FROM latchkey_keys WHERE digest_value = NEW.digest_value)
  OR EXISTS (SELECT 1 FROM latchkey_keys WHERE replaces_id = NEW.replaces_id)
BEGIN SELECT raise(ABORT, 'keys are revoked, never replaced'); END;
`
