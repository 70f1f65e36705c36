/**
 * `lineage_id`: the first key of a line of rotations; null for that key itself. Notices: what was said about a key,
 * so that of several processes one says it, and once.
 */
export const lineageAndNotices = `
ALTER TABLE latchkey_keys ADD COLUMN lineage_id text COLLATE "C" CHECK (length(lineage_id) <= 64);

WITH RECURSIVE line (id, first_id) AS (
  SELECT id, id FROM latchkey_keys WHERE replaces_id IS NULL
  UNION ALL
  SELECT k.id, line.first_id FROM line JOIN latchkey_keys k ON k.replaces_id = line.id
)
UPDATE latchkey_keys SET lineage_id = line.first_id FROM line
WHERE line.id = latchkey_keys.id AND latchkey_keys.replaces_id IS NOT NULL;

CREATE TABLE latchkey_notices (
  key_id text COLLATE "C" NOT NULL REFERENCES latchkey_keys (id),
  kind text COLLATE "C" NOT NULL CHECK (length(kind) <= 32),
  about text COLLATE "C" NOT NULL CHECK (length(about) <= 128),
  at bigint NOT NULL,
  PRIMARY KEY (key_id, kind, about)
);
`
