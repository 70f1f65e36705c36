import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defaultPort } from './app/defaults.ts'
import { buildWhatIsStale } from './serve/build-what-is-stale.ts'
import { developmentSecrets } from './serve/development-secrets.ts'
import { requireFreePort } from './serve/require-free-port.ts'
import { defaultDatabaseUrl } from './variables/parse-database-url.ts'

/** `npm run server`: builds what is stale, then serves as in production. */
const root = fileURLToPath(new URL('..', import.meta.url))
const app = fileURLToPath(new URL('.', import.meta.url))
const PORT = process.env.PORT || String(defaultPort)
const HOST = process.env.HOST || '127.0.0.1'
const DATABASE_URL = process.env.DATABASE_URL || defaultDatabaseUrl

try {
  await requireFreePort(Number(PORT), HOST, 'or choose another one: PORT=3100 npm run server')
  buildWhatIsStale(root, app, console.log)
  serve()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function serve(): void {
  // A caller who says that this is production brings the secrets; nobody else has to.
  const secrets = process.env.NODE_ENV === 'production' ? {} : developmentSecrets(resolve(root, '.data'))
  const next = resolve(root, 'node_modules/next/dist/bin/next')
  const server = spawn(process.execPath, [next, 'start', app, '-H', HOST, '-p', PORT], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      ...secrets,
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      // Next would exit before the last usage is written; the app ends by itself (app/shut-down.ts).
      NEXT_MANUAL_SIG_HANDLE: '1',
      PORT,
      DATABASE_URL: fromRoot(DATABASE_URL),
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 0)))
  void announce(server)
}

/** Says the address once it answers, not before. */
async function announce(server: ReturnType<typeof spawn>): Promise<void> {
  const health = `http://127.0.0.1:${PORT}/api/health`
  while (server.exitCode === null) {
    const response = await fetch(health).catch(() => null)
    if (response) {
      console.log(`Reference server: http://localhost:${PORT}`)
      return
    }
    await new Promise((wake) => setTimeout(wake, 100))
  }
}

/** A relative file lies below the repository, wherever the command was run. */
function fromRoot(databaseUrl: string): string {
  const path = databaseUrl.replace(/^file:/, '')
  return path === databaseUrl || path.startsWith('/') ? databaseUrl : `file:${resolve(root, path)}`
}
