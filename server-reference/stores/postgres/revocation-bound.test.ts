import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checksumOf } from '../../../src/contract/index.js'
import { createLatchkey } from '../../core/create-latchkey.js'
import type { Latchkey } from '../../core/latchkey.js'
import type { StoredKey } from '../../core/stored-key.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { type RemoteProcess, startProcess } from '../conformance/remote-store.conformance.js'
import { insertionOf, revocationOf, sampleKey } from '../conformance/sample.conformance.js'
import { newTestDatabase } from './database.conformance.js'
import { postgresStore } from './index.js'

const database = newTestDatabase()
let other: RemoteProcess
let latchkey: Latchkey

beforeAll(() => {
  other = startProcess()
})
afterAll(async () => {
  await latchkey.close()
  await other.kill()
})

const total = 1_000

/*
 * The second that VF-6 promises is how long memory is proven (change-listener.test.ts, where clocks are moved by
 * hand). Here two real processes: how long it took is printed, and no slow machine makes it fail.
 */
describe('two processes on one PostgreSQL', () => {
  it('a key revoked on one is refused on the other, 1,000 times of 1,000, under load (VF-6)', async () => {
    const url = await database.newUrl()
    const store = postgresStore({ url, timeoutMs: 5_000 })
    latchkey = createLatchkey({
      store,
      session: () => null,
      limits: { limiter: memoryRateLimits(), default: null },
      storeTimeoutMs: 5_000,
    })
    const keys = Array.from({ length: total + 100 }, (_, index) => makeKey(index))
    for (let from = 0; from < keys.length; from += 50) {
      await Promise.all(keys.slice(from, from + 50).map(({ key }) => store.insert(insertionOf(key))))
    }
    const there = other.store(url)
    const lasting = keys.slice(total)
    let isOver = false
    let underLoad = 0
    const load = (async () => {
      while (!isOver) {
        for (const { secret } of lasting) {
          if ((await verify(secret)) !== 'ok') throw new Error('A key was refused that nobody revoked.')
          underLoad += 1
        }
        await new Promise(setImmediate)
      }
    })()

    const latenciesMs: number[] = []
    let fromMemory = 0
    for (const { key, secret } of keys.slice(0, total)) {
      expect(await verify(secret)).toBe('ok')
      if (store.currency?.isProven()) fromMemory += 1
      await there.revoke(revocationOf(key))
      const revokedAt = performance.now()
      while ((await verify(secret)) !== 'key_revoked') await new Promise(setImmediate)
      latenciesMs.push(performance.now() - revokedAt)
    }
    isOver = true
    await load
    latenciesMs.sort((a, b) => a - b)
    expect(latenciesMs).toHaveLength(total)
    // Otherwise nothing was shown: neither that memory was used nor that the process was busy.
    expect(fromMemory).toBeGreaterThan(total / 10)
    expect(underLoad).toBeGreaterThan(total)
    const [median, last] = [total / 2, total - 1].map((rank) => latenciesMs[rank]?.toFixed(1))
    process.stdout.write(`Refused on the other after ${median} ms in the middle, ${last} ms at most.\n`)
  }, 300_000)
})

async function verify(secret: string): Promise<string> {
  const headers = new Headers({ authorization: `Bearer ${secret}` })
  const answer = await latchkey.verify({ headers, address: null })
  return answer.ok ? 'ok' : answer.code
}

function makeKey(index: number): { key: StoredKey; secret: string } {
  const id = String(index).padStart(16, '0')
  const body = `lk_live_${id}_${hash('sha256', id, 'hex').slice(0, 43)}`
  const secret = body + checksumOf(body)
  const value = hash('sha256', secret, 'hex')
  return { secret, key: sampleKey({ id, digest: { algorithm: 'sha256', pepperId: null, value } }) }
}
