/**
 * So that a list by name reads its page and no more: it sorted all keys of the consumer before. In the collation "C", as
 * the column is. Neither column changes where a key is used.
 */
export const listedByName = `
CREATE INDEX latchkey_keys_named ON latchkey_keys (consumer_id, name_folded, id);
`
