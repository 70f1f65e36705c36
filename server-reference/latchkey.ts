import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { developmentSecrets } from './serve/development-secrets.ts'

/** `npm run latchkey -- <command>`, after a build: the command line with the secrets that `npm run server` has. */
const root = fileURLToPath(new URL('..', import.meta.url))
const secrets = process.env.NODE_ENV === 'production' ? {} : developmentSecrets(resolve(root, '.data'))
const program = resolve(root, 'dist/server-reference/cli/latchkey.js')
if (!existsSync(program)) {
  process.stderr.write('The command line is not built yet: run "npm run build", or "npm start".\n')
  process.exit(1)
}
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...secrets, ...process.env },
})
process.exitCode = status ?? 1
