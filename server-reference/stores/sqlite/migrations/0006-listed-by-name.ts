/**
 * So that a list by name reads its page and no more: it sorted all keys of the consumer before. With what a status is made
 * of, as `latchkey_keys_listed` has it, so that what lies beyond a page is counted out of the index too. None of these
 * columns changes where a key is used.
 */
export const listedByName = `
CREATE INDEX latchkey_keys_named ON latchkey_keys
  (consumer_id, name_folded, id, revoked_at, expires_at, disabled_at, overlap_ends_at);
`
