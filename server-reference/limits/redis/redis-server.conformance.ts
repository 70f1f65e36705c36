import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createServer } from 'node:net'
import { Redis } from 'ioredis'

const whatToDo =
  'Start one: redis-server --daemonize yes --save "" --appendonly no. Or name yours in REDIS_URL. "npm test" installs it where it is missing.'

/** Where tests find a Redis that they share. They keep out of each other's way by `newPrefix`. */
export const sharedRedisUrl = process.env.REDIS_URL ?? 'redis://127.0.0.1:6379'

export const newPrefix = () => `latchkey-test:${randomBytes(8).toString('hex')}:`

/** Throws where the shared Redis does not answer: a test that did not run must not look like one that passed. */
export async function requireSharedRedis(): Promise<void> {
  const client = new Redis(sharedRedisUrl, { lazyConnect: true, retryStrategy: () => null })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.ping()
  } catch (error) {
    throw new Error(`No Redis answers at ${sharedRedisUrl}. ${whatToDo}`, { cause: error })
  } finally {
    client.disconnect()
  }
}

/** A Redis of a test's own, which it may break. */
export interface OwnRedis {
  url: string
  /** Speaks to it, for what a test prepares and looks up. */
  admin: Redis
  /** SIGSTOP: it takes connections and answers nothing. */
  hang(): void
  resume(): void
  kill(): Promise<void>
  /** Again on the same port. */
  start(): Promise<void>
}

export async function startRedis(): Promise<OwnRedis> {
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const admin = new Redis(url, { lazyConnect: true, retryStrategy: (times) => Math.min(times * 20, 100) })
  admin.on('error', () => {})
  let server: ChildProcess | null = null

  const own: OwnRedis = {
    url,
    admin,
    hang: () => void server?.kill('SIGSTOP'),
    resume: () => void server?.kill('SIGCONT'),
    async kill() {
      const running = server
      server = null
      if (!running) return
      await new Promise((ended) => {
        running.once('exit', ended)
        running.kill('SIGKILL')
      })
    },
    async start() {
      const settings = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no']
      const started = spawn('redis-server', settings, { stdio: 'ignore' })
      server = started
      const failed = new Promise<never>((_, reject) =>
        started.once('error', (cause) =>
          reject(new Error(`redis-server could not be started. Install it. ${whatToDo}`, { cause })),
        ),
      )
      await Promise.race([failed, untilItAnswers(admin)])
    },
  }
  await own.start()
  return own
}

async function untilItAnswers(admin: Redis): Promise<void> {
  if (admin.status === 'wait') await admin.connect().catch(() => {})
  while ((await admin.ping().catch(() => null)) !== 'PONG') {
    await new Promise((wake) => setTimeout(wake, 10))
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
