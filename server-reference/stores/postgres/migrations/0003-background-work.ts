/**
 * Indexes for what a sweep looks for, so that it reads no key that cannot be due, and for what it forgets. None of them
 * holds a column that a use of the key changes. They leave reads alone while they are built; writes wait. The log's rows
 * without a key are about a consumer. Triggers fire whatever a session's replication role is: a change that logical
 * replication or a repair applies must be heard of too, and may do no more than others.
 */
export const backgroundWork = `
CREATE INDEX latchkey_keys_ending ON latchkey_keys (ends_at, id)
  WHERE ends_at IS NOT NULL AND revoked_at IS NULL AND disabled_at IS NULL AND replaced_by_id IS NULL;
CREATE INDEX latchkey_keys_idle ON latchkey_keys (created_at, id)
  WHERE revoked_at IS NULL AND disabled_at IS NULL AND replaced_by_id IS NULL;
CREATE INDEX latchkey_usage_day ON latchkey_usage (day);
CREATE INDEX latchkey_events_consumer ON latchkey_events (consumer_id, id) WHERE key_id = '';

ALTER TABLE latchkey_keys ENABLE ALWAYS TRIGGER latchkey_keys_told;
ALTER TABLE latchkey_keys ENABLE ALWAYS TRIGGER latchkey_keys_revoked_for_good;
ALTER TABLE latchkey_keys ENABLE ALWAYS TRIGGER latchkey_keys_kept;
ALTER TABLE latchkey_keys ENABLE ALWAYS TRIGGER latchkey_keys_not_emptied;
ALTER TABLE latchkey_suspensions ENABLE ALWAYS TRIGGER latchkey_suspensions_told;
ALTER TABLE latchkey_suspensions ENABLE ALWAYS TRIGGER latchkey_suspensions_emptied;
ALTER TABLE latchkey_events ENABLE ALWAYS TRIGGER latchkey_events_unchanged;
ALTER TABLE latchkey_events ENABLE ALWAYS TRIGGER latchkey_events_kept;
`
