import pg from 'pg'
import { createReporter } from '../../core/create-reporter.js'
import type { StoreChange } from '../../core/store-currency.js'
import { connectionOptions } from './guarded-pool.js'

export interface ChangeListener {
  /** Whether every change that was committed up to `maxSilenceMs` ago has been heard. Asked on every verification. */
  isUpToDate(): boolean
  start(): void
  stop(): Promise<void>
}

export interface ChangeListenerOptions {
  url: string
  timeoutMs: number
  /** Over another connection than the one that listens. Rejects, in bounded time, where it cannot. */
  notify: (channel: string, payload: string) => Promise<void>
  onChange: (change: StoreChange) => void
  onError: (error: unknown) => void
  /** Milliseconds since the epoch, on a clock that goes on while the machine is suspended. */
  now: () => number
}

const channel = 'latchkey_changes'

/** Between an instance's notes to itself, in milliseconds. */
const heartbeatMs = 250

/**
 * How long after it was sent a note that came back proves that nothing was missed, in milliseconds. Together with
 * what else takes time it stays below the second that VF-6 promises.
 */
const maxSilenceMs = 800

/** Without a verification for so long there are no notes until the next one, in milliseconds. */
const restAfterMs = 60_000

const longestBackoffMs = 2_000

/**
 * One connection that listens. An open socket proves nothing: the server may hang, the network be cut, or a pooler
 * give the session to somebody else. So each instance notifies itself, and over another connection, as whoever changes
 * a key does. The queue keeps the order of commits: when the note comes, all that was committed before it has come too.
 */
export function createChangeListener(options: ChangeListenerOptions): ChangeListener {
  const { url, timeoutMs, notify, onChange, now } = options
  const report = createReporter(options.onError)
  /** On the clock of `performance.now()`, as all instants here, but for the next. */
  let provenUntil = 0
  /** On the wall's clock: the other one stands still while a machine is suspended, and others go on revoking. */
  let provenUntilOnWall = 0
  let askedAt = Number.NEGATIVE_INFINITY
  /** Sends the next note at once. null: it does not rest. */
  let wake: (() => void) | null = null
  let client: pg.Client | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isStopped = true
  let notes = 0

  return {
    isUpToDate: () => {
      askedAt = performance.now()
      wake?.()
      return askedAt < provenUntil && now() < provenUntilOnWall
    },
    start: () => {
      isStopped = false
      void connect()
    },
    stop: async () => {
      isStopped = true
      const ending = client
      forget()
      await ending?.end()
    },
  }

  async function connect(): Promise<void> {
    const fresh = new pg.Client(connectionOptions(url, timeoutMs))
    client = fresh
    fresh.on('error', (error) => lose(fresh, error))
    fresh.on('end', () => lose(fresh, new Error('Latchkey: the connection that hears of changes has ended.')))
    try {
      await fresh.connect()
      if (client !== fresh) return await fresh.end()
      await listen(fresh)
    } catch (error) {
      lose(fresh, error)
    }
  }

  async function listen(fresh: pg.Client): Promise<void> {
    let sent: { note: string; at: number; onWall: number } | null = null
    fresh.on('notification', ({ payload = '' }) => {
      if (client !== fresh) return
      if (payload !== sent?.note) return hear(payload)
      provenUntil = sent.at + maxSilenceMs
      provenUntilOnWall = sent.onWall + maxSilenceMs
      failures = 0
      sent = null
      beatSoon()
    })
    await fresh.query(`LISTEN ${channel}`)
    if (client !== fresh) return
    // What changed before this moment was not heard.
    onChange({ of: 'everything' })
    const source = crypto.randomUUID()
    await beat()

    function beatSoon(): void {
      clearTimeout(timer)
      timer = setTimeout(() => void beat(), heartbeatMs).unref()
    }

    async function beat(): Promise<void> {
      wake = null
      if (client !== fresh) return
      if (performance.now() - askedAt > restAfterMs) {
        wake = () => void beat()
        return
      }
      notes += 1
      const own = { note: `note ${source} ${notes}`, at: performance.now(), onWall: now() }
      sent = own
      try {
        await notify(channel, own.note)
      } catch {
        // It says nothing of this connection; without notes nothing is proven. Whoever reads hears of the failure.
        if (client === fresh && sent === own) beatSoon()
        return
      }
      if (client !== fresh || sent !== own) return
      timer = setTimeout(() => lose(fresh, new Error(deafness)), timeoutMs).unref()
    }
  }

  function hear(payload: string): void {
    const [of, id] = payload.split(/ (.*)/s)
    if (of === 'key' && id !== undefined) onChange({ of: 'key', id })
    else if (of === 'consumer' && id !== undefined) onChange({ of: 'consumer', id })
    else if (of !== 'note') onChange({ of: 'everything' })
  }

  /** From here on nothing is served from memory, until another connection has proved itself. */
  function lose(lost: pg.Client, error: unknown): void {
    if (client !== lost) return
    forget()
    onChange({ of: 'everything' })
    lost.end().catch(() => undefined)
    if (isStopped) return
    const backoffMs = Math.min(50 * 2 ** failures, longestBackoffMs)
    failures += 1
    timer = setTimeout(() => void connect(), backoffMs * (0.5 + Math.random() / 2)).unref()
    report(error)
  }

  function forget(): void {
    client = null
    wake = null
    provenUntil = 0
    clearTimeout(timer)
  }
}

const deafness =
  'Latchkey: what other connections notify does not arrive, so every verification reads from PostgreSQL. Where a pooler is between, let it pool sessions, or connect directly.'
