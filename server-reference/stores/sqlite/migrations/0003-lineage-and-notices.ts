/**
 * `lineage_id`: the first key of a line of rotations; null for that key itself. Notices: what was said about a key,
 * so that of several processes one says it, and once.
 */
export const lineageAndNotices = `
ALTER TABLE latchkey_keys ADD COLUMN lineage_id TEXT CHECK (length(lineage_id) <= 64);

WITH RECURSIVE line (id, first_id) AS (
  SELECT id, id FROM latchkey_keys WHERE replaces_id IS NULL
  UNION ALL
  SELECT k.id, line.first_id FROM line JOIN latchkey_keys k ON k.replaces_id = line.id
)
UPDATE latchkey_keys SET lineage_id = (SELECT first_id FROM line WHERE line.id = latchkey_keys.id)
WHERE replaces_id IS NOT NULL;

CREATE TABLE latchkey_notices (
  key_id TEXT NOT NULL REFERENCES latchkey_keys (id),
  kind TEXT NOT NULL CHECK (length(kind) <= 32),
  about TEXT NOT NULL CHECK (length(about) <= 128),
  at INTEGER NOT NULL,
  PRIMARY KEY (key_id, kind, about)
) STRICT, WITHOUT ROWID;
`
