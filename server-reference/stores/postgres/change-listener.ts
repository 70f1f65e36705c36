import pg from 'pg'
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
  onChange: (change: StoreChange) => void
  onError: (error: unknown) => void
}

const channel = 'latchkey_changes'

/** Between an instance's notes to itself, in milliseconds. */
const heartbeatMs = 250

/**
 * How long after it was sent a note that came back proves that nothing was missed, in milliseconds. Together with
 * what else takes time it stays below the second that VF-6 promises.
 */
const maxSilenceMs = 800

const longestBackoffMs = 2_000

/**
 * One connection that listens. An open socket proves nothing: the server may hang, or the network be cut. So each
 * instance notifies itself through the same queue, which keeps the order of commits; when its note comes back, all
 * that was committed before it has come too.
 */
export function createChangeListener(options: ChangeListenerOptions): ChangeListener {
  const { url, timeoutMs, onChange, onError } = options
  /** On the clock of `performance.now()`. */
  let provenUntil = 0
  let client: pg.Client | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let isStopped = true
  let notes = 0

  return {
    isUpToDate: () => performance.now() < provenUntil,
    start: () => {
      isStopped = false
      void connect()
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      const ending = client
      client = null
      provenUntil = 0
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
    let sent: { note: string; at: number } | null = null
    fresh.on('notification', ({ payload = '' }) => {
      if (client !== fresh) return
      if (payload !== sent?.note) return hear(payload)
      provenUntil = sent.at + maxSilenceMs
      failures = 0
      sent = null
    })
    await fresh.query(`LISTEN ${channel}`)
    // What changed before this moment was not heard.
    onChange({ of: 'everything' })
    const source = crypto.randomUUID()

    const beat = async () => {
      if (client !== fresh) return
      notes += 1
      sent = { note: `note ${source} ${notes}`, at: performance.now() }
      try {
        await fresh.query({
          name: 'latchkey_note',
          text: 'SELECT pg_notify($1, $2)',
          values: [channel, sent.note],
        })
        timer = setTimeout(beat, heartbeatMs).unref()
      } catch (error) {
        lose(fresh, error)
      }
    }
    await beat()
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
    client = null
    provenUntil = 0
    onChange({ of: 'everything' })
    lost.end().catch(() => undefined)
    clearTimeout(timer)
    if (isStopped) return
    onError(error)
    const backoffMs = Math.min(50 * 2 ** failures, longestBackoffMs)
    failures += 1
    timer = setTimeout(() => void connect(), backoffMs * (0.5 + Math.random() / 2)).unref()
  }
}
