import pg from 'pg'
import { afterEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import type { ApiKeyStore } from '../../core/api-key-store.js'
import { newTestDatabase } from './database.conformance.js'
import { type PostgresStoreOptions, postgresStore } from './index.js'
import { createPostgresHandle } from './postgres-handle.js'

const database = newTestDatabase()
let store: ApiKeyStore

async function open(options: Partial<PostgresStoreOptions> = {}): Promise<string> {
  const url = await database.newUrl()
  store = postgresStore({ url, ...options })
  return url
}

const isProven = () => store.currency?.isProven()
const untilProven = () => vi.waitFor(() => expect(isProven()).toBe(true), { timeout: 10_000, interval: 5 })

afterEach(async () => {
  vi.restoreAllMocks()
  await store.close()
})

/** Notifications go nowhere, as behind a pooler of transactions, but for those of the session that listens. */
function loseNotificationsOfOthers(): { lost: () => number } {
  const listening = new WeakSet<object>()
  let lost = 0
  const original = pg.Client.prototype.query as (...values: unknown[]) => unknown
  const spy = vi.spyOn(pg.Client.prototype, 'query') as unknown as MockInstance<
    (...values: unknown[]) => unknown
  >
  spy.mockImplementation(function (this: object, ...values) {
    const [query] = values
    const text = String(typeof query === 'object' && query !== null && 'text' in query ? query.text : query)
    if (text.startsWith('LISTEN')) listening.add(this)
    if (!text.startsWith('SELECT pg_notify') || listening.has(this)) return original.apply(this, values)
    lost += 1
    return original.call(this, 'SELECT 1')
  })
  return { lost: () => lost }
}

describe('what proves that changes are heard', () => {
  it('is what another connection notified: behind a pooler of transactions nothing is ever proven (VF-6)', async () => {
    const errors: string[] = []
    await open({ onError: (error) => errors.push(String(error)) })
    const notes = loseNotificationsOfOthers()
    await store.findForVerification('x')
    await vi.waitFor(
      () => {
        expect(isProven()).toBe(false)
        expect(notes.lost()).toBeGreaterThan(2)
        expect(errors).toContainEqual(expect.stringContaining('does not arrive'))
      },
      { timeout: 10_000, interval: 5 },
    )
  }, 20_000)

  it('is not renewed while nobody verifies, and is there again soon after somebody does', async () => {
    await open()
    await store.findForVerification('x')
    await untilProven()
    const clock = vi.spyOn(performance, 'now')
    const start = performance.now()
    clock.mockReturnValue(start + 120_000)
    const notes = vi.spyOn(pg.Client.prototype, 'query')
    // More than a heartbeat, in which one note may have been under way.
    await new Promise((resolve) => setTimeout(resolve, 1_000))
    expect(notes.mock.calls.length).toBeLessThanOrEqual(1)
    clock.mockRestore()
    await untilProven()
  })
})

describe('what proved it once', () => {
  /** Both clocks, moved by hand. */
  async function openWithClocks() {
    const clocks = { monotonic: 0, wall: 0 }
    await open({ timeoutMs: 5_000, now: () => Date.now() + clocks.wall })
    const original = performance.now.bind(performance)
    vi.spyOn(performance, 'now').mockImplementation(() => original() + clocks.monotonic)
    await store.findForVerification('x')
    await untilProven()
    return clocks
  }

  it('proves nothing 800 ms later, unless it is proved again (VF-6)', async () => {
    const clocks = await openWithClocks()
    clocks.monotonic += 800
    expect(isProven()).toBe(false)
    await untilProven()
  })

  it('proves nothing after the machine was suspended, whose own clock stood still meanwhile (VF-6)', async () => {
    const clocks = await openWithClocks()
    clocks.wall += 800
    expect(isProven()).toBe(false)
    await untilProven()
  })

  it('is proved again and again though the wall clock was put back', async () => {
    const clocks = await openWithClocks()
    clocks.wall -= 3_600_000
    await untilProven()
    clocks.monotonic += 800
    expect(isProven()).toBe(false)
    await untilProven()
  })
})

/** The process of the server that serves the connection which hears of changes. Fails where there is none. */
async function listenerOf(url: string): Promise<unknown> {
  const rows = await database.run(
    url,
    "SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
  )
  expect(rows).toHaveLength(1)
  return rows[0]?.pid
}

describe('a listener of errors that fails itself', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('The log is down.')
      },
    ],
    ['rejects', () => Promise.reject(new Error('The log is down.'))],
  ])('%s: the process lives, and the connection is made again', async (_, fail) => {
    const onError = vi.fn(fail)
    const url = await open({ onError })
    await store.findForVerification('x')
    await untilProven()
    const before = await listenerOf(url)
    await database.run(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'latchkey' AND datname = current_database()",
    )
    await vi.waitFor(() => expect(onError).toHaveBeenCalled(), { timeout: 5_000 })
    await vi.waitFor(async () => expect(await listenerOf(url)).not.toBe(before), { timeout: 5_000 })
    await untilProven()
  })
})

describe('a store that is closed while it opens', () => {
  it('does not begin to listen, so that its process can end', async () => {
    const url = await open()
    const onOpen = vi.fn()
    const handle = createPostgresHandle(
      {
        url,
        timeoutMs: 5_000,
        maxConnections: 2,
        maxWaiting: 10,
        mustExist: false,
        now: Date.now,
        onError: () => {},
      },
      onOpen,
    )
    const opening = handle.open()
    await handle.close()
    await opening
    expect(onOpen).not.toHaveBeenCalled()
    expect(handle.current()).toBeNull()
  })
})
