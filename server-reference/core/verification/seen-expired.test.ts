import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { ApiKeyStore, ExpirySighting } from '../api-key-store.js'
import { ada, createTestBench, expectValue } from '../test-bench.conformance.js'

const dayMs = 86_400_000
const expired = { ok: false, code: 'key_expired' }

const bench = (store: ApiKeyStore = memoryStore()) =>
  createTestBench({ store, limits: { limiter: memoryRateLimits() } })

/** A key that ends within the hour, and a clock that says that the hour is over. */
async function expireOne(store?: ApiKeyStore) {
  const made = bench(store)
  const { key, secret } = await made.issue({ name: 'ci', expiresAt: '2026-11-23T13:00:00.000Z' })
  made.clock.now += 3_600_000
  return { ...made, key, secret }
}

/** A store that counts what it is told of keys that were seen expired. */
function countingStore() {
  const store = memoryStore()
  const told: (readonly ExpirySighting[])[] = []
  return {
    told,
    store: {
      ...store,
      recordExpired: (sightings: readonly ExpirySighting[]) => {
        told.push(sightings)
        return store.recordExpired(sightings)
      },
    },
  }
}

describe('a key that was refused as expired, when the clock is set back (OP-12)', () => {
  it('stays refused from the next request on, though nothing is written yet', async () => {
    const { store, told } = countingStore()
    const { present, secret, clock } = await expireOne(store)
    expect(await present(secret)).toEqual(expired)
    clock.now -= dayMs
    expect(await present(secret)).toEqual(expired)
    expect(told).toEqual([])
  })

  it('stays refused once it is written, here and in another process, and is written once', async () => {
    const { store, told } = countingStore()
    const { present, secret, key, clock, latchkey } = await expireOne(store)
    const atMs = clock.now
    await present(secret)
    clock.now += 1_000
    await present(secret)
    await latchkey.flush()
    expect(told).toEqual([[{ keyId: key.id, atMs }]])
    clock.now -= dayMs
    expect(await present(secret)).toEqual(expired)
    await latchkey.flush()
    expect(told).toHaveLength(1)
    expect(await bench(store).present(secret)).toEqual(expired)
  })

  it('works again where a person lets it last longer', async () => {
    const { present, secret, key, clock, latchkey } = await expireOne()
    await present(secret)
    await latchkey.flush()
    clock.now -= dayMs
    const expiresAt = '2026-11-23T14:00:00.000Z'
    expectValue(await latchkey.management.update(ada, key.id, { expiresAt }, 1))
    expect(await present(secret)).toMatchObject({ ok: true })
    clock.now = Date.parse(expiresAt)
    expect(await present(secret)).toEqual(expired)
  })

  it('works again where a person lets it last longer before it is written', async () => {
    const { present, secret, key, clock, latchkey } = await expireOne()
    await present(secret)
    clock.now -= dayMs
    const expiresAt = '2026-11-23T14:00:00.000Z'
    expectValue(await latchkey.management.update(ada, key.id, { expiresAt }, 1))
    expect(await present(secret)).toMatchObject({ ok: true })
    await latchkey.flush()
    expect(await present(secret)).toMatchObject({ ok: true })
  })

  it('is remembered though the store fails at first, which is reported', async () => {
    const store = memoryStore()
    let isDown = true
    const failing: ApiKeyStore = {
      ...store,
      recordExpired: async (sightings) => {
        if (isDown) throw new Error('down')
        await store.recordExpired(sightings)
      },
    }
    const { present, secret, errors, latchkey } = await expireOne(failing)
    await present(secret)
    await latchkey.flush()
    expect(errors).toEqual([expect.objectContaining({ cause: new Error('down') })])
    isDown = false
    await latchkey.flush()
    expect(await bench(store).present(secret)).toEqual(expired)
  })

  it('says nothing to whoever has not proved the secret', async () => {
    const { store, told } = countingStore()
    const { present, secret, latchkey } = await expireOne(store)
    await present(`${secret.slice(0, -1)}!`)
    await latchkey.flush()
    expect(told).toEqual([])
  })
})

describe('a key that nobody presented after its end', () => {
  it('works while the clock says that its end has not come', async () => {
    const { present, secret, clock, latchkey } = await expireOne()
    await latchkey.flush()
    clock.now -= dayMs
    expect(await present(secret)).toMatchObject({ ok: true })
  })
})
