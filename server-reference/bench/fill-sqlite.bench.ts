import { hash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'
import { copyStatement } from './copy-statement.bench.ts'
import { idOf } from './make-secrets.bench.ts'

/** Copies a key with other ids and digests, in one transaction. */
export function fillSqlite(path: string, keyId: string, secrets: readonly string[]): void {
  const database = new DatabaseSync(path)
  const copy = copyStatement(database, 'latchkey_keys', ['id', 'name', 'digest_value'])
  database.exec('BEGIN')
  for (const [index, secret] of secrets.entries()) {
    const digest = hash('sha256', secret, 'hex')
    copy.run({ id: idOf(secret), name: `bench-${index}`, digest_value: digest, source: keyId })
  }
  database.exec('COMMIT')
  database.close()
}
