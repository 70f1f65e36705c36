import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A server of a test's own, which it may break. */
export interface RunningApp {
  origin: string
  databasePath: string
  /** Signs somebody up. The `Cookie` of their session. */
  signUp(): Promise<string>
  /** @param cookie the person's who makes it */
  createKey(scopes: readonly string[], cookie?: string, more?: KeyFields): Promise<string>
  /** The process that answers requests, where the command is that process. */
  pid: number
  isRunning(): boolean
  /** All that the server has written to its output so far. */
  said(): string
  /** Asks it to end. The exit code; null: a signal ended it. */
  stop(): Promise<number | null>
  /** `kill -9`. Resolves once it is gone. */
  kill(): Promise<void>
  /** Deletes what it has left. */
  remove(): void
}

interface KeyFields {
  rateLimit?: { limit: number; windowSeconds: number }
}

export const productionEnvironment = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const

/** @param command what Node runs; told where to listen by `PORT` and `-p` */
export async function startApp(
  command: readonly string[],
  variables: Record<string, string> = {},
): Promise<RunningApp> {
  const port = String(await freePort())
  const origin = `http://localhost:${port}`
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-app-'))
  const databasePath = join(folder, 'latchkey.db')
  const listen = command.includes('start') ? ['-H', '127.0.0.1', '-p', port] : []
  const server = spawn(process.execPath, [...command, ...listen], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...productionEnvironment,
      PORT: port,
      DATABASE_URL: `file:${databasePath}`,
      LATCHKEY_PEPPER: randomBytes(32).toString('hex'),
      BETTER_AUTH_SECRET: randomBytes(32).toString('hex'),
      APP_ORIGIN: origin,
      ...variables,
    },
  })
  let said = ''
  for (const output of [server.stdout, server.stderr]) {
    output.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
  }
  await untilItAnswers(`http://127.0.0.1:${port}/api/health`, () => {
    if (server.exitCode !== null) throw new Error(`The app did not start.\n${said}`)
  })
  const signUp = () => signUpAt(origin)
  const isRunning = () => server.exitCode === null && server.signalCode === null
  const end = (signal: NodeJS.Signals) =>
    new Promise<number | null>((ended) => {
      if (!isRunning()) return ended(server.exitCode)
      server.once('exit', ended)
      server.kill(signal)
    })
  return {
    origin,
    databasePath,
    pid: server.pid ?? 0,
    isRunning,
    signUp,
    createKey: async (scopes, cookie, more) =>
      createKeyAt(origin, cookie ?? (await signUp()), { scopes, ...more }),
    said: () => said,
    stop: () => end('SIGTERM'),
    kill: async () => void (await end('SIGKILL')),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** As a page of the app sends it. */
export async function postAs(cookie: string, origin: string, path: string, body: unknown): Promise<Response> {
  const headers = { 'Content-Type': 'application/json', Origin: origin, Cookie: cookie }
  return fetch(origin + path, { method: 'POST', headers, body: JSON.stringify(body) })
}

async function signUpAt(origin: string): Promise<string> {
  const name = randomBytes(8).toString('hex')
  const person = { name, email: `${name}@example.com`, password: 'correct horse battery' }
  const response = await requireOk(await postAs('', origin, '/api/auth/sign-up/email', person))
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function createKeyAt(
  origin: string,
  cookie: string,
  fields: KeyFields & { scopes: readonly string[] },
): Promise<string> {
  const name = randomBytes(8).toString('hex')
  const response = await requireOk(await postAs(cookie, origin, '/api/keys', { name, ...fields }))
  const created: { secret: string } = await response.json()
  return created.secret
}

async function requireOk(response: Response): Promise<Response> {
  if (response.ok) return response
  throw new Error(`${response.url} answered ${response.status}: ${await response.text()}`)
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
