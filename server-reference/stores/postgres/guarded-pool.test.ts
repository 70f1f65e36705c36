import { Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { newTestDatabase } from './database.conformance.js'
import { createGuardedPool, type GuardedPool } from './guarded-pool.js'
import { startRelay, type TcpRelay } from './tcp-relay.conformance.js'

const database = newTestDatabase()

describe('Connections over a long way', () => {
  let relay: TcpRelay
  let pool: GuardedPool
  let errors: unknown[]

  beforeEach(async () => {
    const address = new URL(await database.newUrl())
    relay = await startRelay(Number(address.port || 5432))
    address.port = String(relay.port)
    errors = []
    pool = createGuardedPool({
      url: address.href,
      timeoutMs: 500,
      maxConnections: 2,
      maxWaiting: 10,
      readOnly: false,
      onError: (error) => errors.push(error),
    })
  })
  afterEach(async () => {
    relay.slow(0)
    relay.heal()
    await pool.end()
    await relay.close()
  })

  it('are opened for whoever comes next, where who came first could not wait for it', async () => {
    relay.slow(300)
    await expect(pool.connect()).rejects.toThrow('cannot be reached')
    const client = await pool.connect()
    expect(relay.connections()).toBe(1)
    client.release()
  })

  it('show a network that they are there, before it forgets them as idle: some do after four minutes', async () => {
    const keepAlive = vi.spyOn(Socket.prototype, 'setKeepAlive')
    const client = await pool.connect()
    const [, delayMs] = keepAlive.mock.lastCall ?? []
    keepAlive.mockRestore()
    client.release()
    expect(delayMs).toBeGreaterThanOrEqual(1_000)
    expect(delayMs).toBeLessThanOrEqual(2 * 60_000)
  })

  it('serve whoever waits as soon as any is free, though another one is being opened for them', async () => {
    const first = await pool.connect()
    relay.slow(10_000)
    const second = pool.connect()
    first.release()
    ;(await second).release()
  })

  it('ask their first question without a wait for the settings of the session', async () => {
    relay.slow(50)
    const client = await pool.connect()
    const { rows } = await client.query('SHOW default_transaction_isolation', [])
    expect(rows).toEqual([{ default_transaction_isolation: 'read committed' }])
    // To be let in, and then both together.
    expect(relay.roundTrips()).toBe(2)
    client.release()
  })

  it('are not waited for where all is closed before they are there', async () => {
    relay.cut()
    const refused = expect(pool.connect()).rejects.toThrow('cannot be reached')
    await pool.end()
    await refused
    expect(errors).toEqual([])
  })

  it('are closed where the server has ended them, and nobody is given one of those', async () => {
    const client = await pool.connect()
    client.release()
    relay.reset()
    await expect.poll(() => errors.length).toBe(1)
    const next = await pool.connect()
    expect((await next.query('SELECT 1 AS one', [])).rows).toEqual([{ one: 1 }])
    next.release()
  })

  it('refuse whoever still waits when all is closed, and wait for what is under way', async () => {
    const [one, other] = [await pool.connect(), await pool.connect()]
    const waiting = expect(pool.connect()).rejects.toThrow('cannot be reached')
    let isClosed = false
    const closed = pool.end().then(() => {
      isClosed = true
    })
    await waiting
    expect((await one.query('SELECT 1 AS one', [])).rows).toEqual([{ one: 1 }])
    expect(isClosed).toBe(false)
    one.release()
    other.release()
    await closed
    await expect.poll(relay.connections).toBe(0)
    await expect(pool.connect()).rejects.toThrow('closed')
  })
})
