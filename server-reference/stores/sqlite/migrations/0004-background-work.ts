/**
 * Indexes for what a sweep looks for, so that it reads no key that cannot be due, and for what it forgets. The log's
 * rows without a key are about a consumer.
 */
export const backgroundWork = `
CREATE INDEX latchkey_keys_ending ON latchkey_keys (ends_at, id)
  WHERE ends_at IS NOT NULL AND revoked_at IS NULL AND disabled_at IS NULL AND replaced_by_id IS NULL;
CREATE INDEX latchkey_keys_idle ON latchkey_keys (created_at, id)
  WHERE revoked_at IS NULL AND disabled_at IS NULL AND replaced_by_id IS NULL;
CREATE INDEX latchkey_usage_day ON latchkey_usage (day);
CREATE INDEX latchkey_events_consumer ON latchkey_events (consumer_id, id) WHERE key_id = '';
`
