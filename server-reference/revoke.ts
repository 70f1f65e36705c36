import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createLatchkey } from 'latchkey/server'
import { openKeyStore } from './app/open-key-store.ts'
import { parseEnvironment } from './app/parse-environment.ts'
import { parseSelection } from './app/parse-selection.ts'
import { reportError } from './app/report-error.ts'
import { developmentSecrets } from './serve/development-secrets.ts'

/** `npm run revoke`: revokes keys in the app's database, whether the app runs or not (OP-6). */
const root = fileURLToPath(new URL('..', import.meta.url))

try {
  const { selection, reason } = parseSelection(process.argv.slice(2), () => readFileSync(0, 'utf8'))
  const secrets = process.env.NODE_ENV === 'production' ? {} : developmentSecrets(resolve(root, '.data'))
  const { database, peppers } = parseEnvironment({ ...secrets, ...process.env })
  const place = database.type === 'sqlite' ? { ...database, path: resolve(root, database.path) } : database
  const latchkey = createLatchkey({
    store: openKeyStore(place),
    session: () => null,
    peppers,
    onError: reportError,
  })
  const revoked = await latchkey.revokeKeys(selection, { actor: { id: 'operator' }, reason })
  await latchkey.close()
  process.stdout.write(`${[...revoked, `${revoked.length} revoked`].join('\n')}\n`)
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
  process.exitCode = 1
}
