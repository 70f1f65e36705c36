import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface AppWithoutProxy {
  origin: string
  /** Signs somebody up and makes them a key. */
  createKey(scopes: readonly string[]): Promise<string>
  /** All that the server has written to its output so far. */
  said(): string
  stop(): Promise<void>
}

const app = fileURLToPath(new URL('../..', import.meta.url))
const root = join(app, '..')
/** Below the root, so that packages resolve, and ignored by everything else. */
const copy = join(root, '.playwright/without-proxy')

const uncaughtRoute = `
import { auth } from '../../auth.ts'
export async function GET() {
  const identity = await auth()
  identity.protect({ scopes: ['orders:write'] })
  return Response.json({ reached: true })
}
`

/** Builds and starts a copy of the app that has no `proxy.ts`; the work tree stays as it is. */
export async function startWithoutProxy(): Promise<AppWithoutProxy> {
  copyApp()
  const next = join(root, 'node_modules/next/dist/bin/next')
  const build = spawnSync(process.execPath, [next, 'build', copy], { encoding: 'utf8', env: environment({}) })
  if (build.status !== 0) throw new Error(`The copy could not be built.\n${build.stdout}\n${build.stderr}`)
  const port = String(await freePort())
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-without-proxy-'))
  const server = spawn(process.execPath, [next, 'start', copy, '-H', '127.0.0.1', '-p', port], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment({
      PORT: port,
      DATABASE_URL: `file:${join(folder, 'latchkey.db')}`,
      LATCHKEY_PEPPER: randomBytes(32).toString('hex'),
      BETTER_AUTH_SECRET: randomBytes(32).toString('hex'),
      APP_ORIGIN: `http://localhost:${port}`,
    }),
  })
  let said = ''
  for (const output of [server.stdout, server.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  const origin = `http://localhost:${port}`
  await untilItAnswers(`http://127.0.0.1:${port}/api/health`, () => {
    if (server.exitCode !== null) throw new Error(`The app without its proxy did not start.\n${said}`)
  })
  return {
    origin,
    createKey: (scopes) => createKey(origin, scopes),
    said: () => said,
    stop: () =>
      new Promise((stopped) => {
        server.once('exit', () => {
          rmSync(folder, { recursive: true, force: true })
          stopped()
        })
        server.kill('SIGTERM')
      }),
  }
}

function copyApp(): void {
  // `.next` stays: its cache makes the next build quick.
  rmSync(join(copy, 'app'), { recursive: true, force: true })
  mkdirSync(join(copy, 'app/api/uncaught'), { recursive: true })
  for (const part of ['app', 'instrumentation.ts', 'next.config.ts', 'package.json']) {
    cpSync(join(app, part), join(copy, part), { recursive: true, filter: isPartOfApp })
  }
  const settings = readFileSync(join(app, 'tsconfig.json'), 'utf8')
  writeFileSync(
    join(copy, 'tsconfig.json'),
    settings.replace('"../tsconfig.base.json"', '"../../tsconfig.base.json"'),
  )
  writeFileSync(join(copy, 'app/api/uncaught/route.ts'), uncaughtRoute)
}

/** Tests stay behind: they point at files beside the app. */
function isPartOfApp(path: string): boolean {
  return !/\/testing$|\.(?:test|e2e)\.ts$/.test(path)
}

function environment(variables: Record<string, string>): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: '1',
    ...variables,
  }
}

async function createKey(origin: string, scopes: readonly string[]): Promise<string> {
  const post = async (path: string, body: unknown, cookie = '') => {
    const headers = { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie }
    const response = await fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response
  }
  const name = randomBytes(8).toString('hex')
  const person = { name, email: `${name}@example.com`, password: 'correct horse battery' }
  const signedUp = await post('/api/auth/sign-up/email', person)
  const cookie = signedUp.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  const created: { secret: string } = await (await post('/api/keys', { name, scopes }, cookie)).json()
  return created.secret
}

async function untilItAnswers(url: string, requireRunning: () => void): Promise<void> {
  while (!(await fetch(url).catch(() => null))) {
    requireRunning()
    await new Promise((wake) => setTimeout(wake, 100))
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
