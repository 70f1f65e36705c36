import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { listQuerySchema } from '../../../src/contract/index.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { Authorization } from '../latchkey.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import { ada, createTestBench, eve, expectValue, withoutIdempotency } from '../test-bench.conformance.js'

const bench = (options: Partial<Omit<LatchkeyOptions, 'limits'>> = {}) =>
  createTestBench({ store: memoryStore(), ...options, limits: { limiter: memoryRateLimits() } })

const unknownId = 'AAAAAAAAAAAAAAAA'

describe('creating a key', () => {
  it('hands the secret out once and stores only its digest (ST-1, MG-9)', async () => {
    const inserted: unknown[] = []
    const store = memoryStore()
    const watched = {
      ...store,
      insert: (insertion: Parameters<typeof store.insert>[0]) => {
        inserted.push(insertion)
        return store.insert(insertion)
      },
    }
    const { issue, latchkey } = bench({ store: watched })
    const { key, secret } = await issue()
    expect(JSON.stringify(inserted)).not.toContain(secret.slice(-49))
    const read = expectValue(await latchkey.management.get(ada, key.id))
    expect(read).toEqual({ key })
    expect(key).not.toHaveProperty('digest')
    expect(key).toMatchObject({
      consumerId: 'ada',
      createdBy: { id: 'ada', name: 'Ada' },
      prefix: 'lk_live_',
      version: 1,
      scopes: [],
      rotation: null,
    })
  })

  it('gives it the expiry of the policy (MG-19)', async () => {
    expect((await bench().issue()).key.expiresAt).toBe('2027-02-21T12:00:00.000Z')
    const short = bench({ policy: { expiry: { maxSeconds: 60 } } })
    expect((await short.issue()).key.expiresAt).toBe('2026-11-23T12:01:00.000Z')
    const forEver = bench({ policy: { expiry: { allowNever: true } } })
    expect((await forEver.issue({ name: 'ci', expiresAt: null })).key.expiresAt).toBeNull()
  })

  it.each([
    ['a scope that the catalogue lacks (MG-5)', { scopes: ['orders:read', 'root'] }, 'scopes'],
    ['no expiry where all keys must have one (MG-19)', { expiresAt: null }, 'expiresAt'],
    ['an expiry in the past', { expiresAt: '2026-11-23T12:00:00.000Z' }, 'expiresAt'],
    ['an expiry beyond the maximum (MG-19)', { expiresAt: '2027-11-24T12:00:00.000Z' }, 'expiresAt'],
    ['an environment of another server (KF-7)', { environment: 'test' as const }, 'environment'],
  ])('is refused with %s', async (_, input, field) => {
    const { latchkey } = bench()
    const created = await latchkey.management.create(ada, { name: 'ci', ...input }, withoutIdempotency)
    expect(created).toMatchObject({ ok: false, code: 'validation_failed' })
    expect(created.ok || Object.keys(created.fields ?? {})).toEqual([field])
  })

  it('takes an expiry that is beyond the maximum by the skew of a clock as the maximum', async () => {
    const { issue } = bench()
    const { key } = await issue({ name: 'ci', expiresAt: '2027-11-23T12:00:03.000Z' })
    expect(key.expiresAt).toBe('2027-11-23T12:00:00.000Z')
  })

  it('makes no key from a broken source of randomness (fault 33)', async () => {
    const { latchkey, errors } = bench({ random: () => {} })
    expect(await latchkey.management.create(ada, { name: 'ci' }, withoutIdempotency)).toEqual({
      ok: false,
      code: 'internal_error',
    })
    expect(errors).toHaveLength(1)
    expect(expectValue(await latchkey.management.list(ada, { sort: 'name', limit: 9 })).keys).toEqual([])
  })
})

describe('an Idempotency-Key (MG-10)', () => {
  const options = { idempotencyKey: 'once' }

  it('makes one key of a repeated request, and does not repeat its secret', async () => {
    const { latchkey } = bench()
    const first = expectValue(await latchkey.management.create(ada, { name: 'ci', scopes: [] }, options))
    const again = expectValue(await latchkey.management.create(ada, { scopes: [], name: 'ci' }, options))
    expect(again).toEqual({ key: first.key, secret: null })
  })

  it('refuses another request, and one that comes while the first still runs', async () => {
    const { latchkey } = bench()
    const { management } = latchkey
    const answers = await Promise.all([
      management.create(ada, { name: 'ci' }, options),
      management.create(ada, { name: 'ci' }, options),
    ])
    expect(answers).toMatchObject([{ ok: true }, { ok: false, code: 'idempotency_conflict' }])
    expect(await management.create(ada, { name: 'cd' }, options)).toMatchObject({
      code: 'idempotency_mismatch',
    })
  })

  it("is one person's own", async () => {
    const { latchkey } = bench()
    await latchkey.management.create(ada, { name: 'ci' }, options)
    const hers = expectValue(await latchkey.management.create(eve, { name: 'ci' }, options))
    expect(hers.key.consumerId).toBe('eve')
    expect(hers.secret).not.toBeNull()
  })

  it('rotates once', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue()
    const rotate = () => latchkey.management.rotate(ada, key.id, { overlapSeconds: 60 }, options)
    const first = expectValue(await rotate())
    expect(expectValue(await rotate())).toEqual({ ...first, secret: null })
  })
})

describe("somebody else's key (MG-3)", () => {
  it('answers every operation as an id that nobody has', async () => {
    const { issue, latchkey } = bench()
    const { key, secret } = await issue()
    const { management } = latchkey
    const attempts = (id: string) => [
      management.get(eve, id),
      management.update(eve, id, { name: 'mine' }, 1),
      management.rotate(eve, id, { overlapSeconds: 0 }, withoutIdempotency),
      management.revoke(eve, id, {}),
      management.activity(eve, id, { limit: 9 }),
      management.identify(
        eve,
        createHash('sha256')
          .update(id === key.id ? secret : id)
          .digest('hex'),
      ),
    ]
    const notFound = { ok: false, code: 'not_found' }
    expect(await Promise.all(attempts(key.id))).toEqual(attempts(unknownId).map(() => notFound))
    expect(await Promise.all(attempts(unknownId))).toEqual(attempts(unknownId).map(() => notFound))
    expect(await management.usage(eve, { ids: [key.id, unknownId], days: 1 })).toEqual({
      ok: true,
      value: { series: {} },
    })
    expect(expectValue(await management.get(ada, key.id)).key).toEqual(key)
  })

  it('cannot be reached by naming its consumer (MG-2)', async () => {
    const { management } = bench().latchkey
    const forbidden = { ok: false, code: 'forbidden' }
    for (const consumerId of ['ada', 'nobody']) {
      expect(await management.list(eve, { consumerId, sort: 'name', limit: 9 })).toEqual(forbidden)
      expect(await management.create(eve, { name: 'x', consumerId }, withoutIdempotency)).toEqual(forbidden)
      expect(await management.scopes(eve, consumerId)).toEqual(forbidden)
      expect(await management.capabilities(eve, consumerId)).toEqual(forbidden)
    }
  })

  it.each([undefined, 1, 'yes', {}, { scopes: 'all' }])(
    'is not opened by a rule that answers %o',
    async (answer) => {
      // A rule in plain JavaScript can answer anything.
      const authorize = (): Authorization => JSON.parse(JSON.stringify(answer ?? null))
      const { latchkey } = bench({ authorize })
      expect(await latchkey.management.list(ada, { sort: 'name', limit: 9 })).toMatchObject({
        code: 'forbidden',
      })
    },
  )
})

describe('a person who may grant only some scopes (MG-5)', () => {
  const narrow = () =>
    bench({ authorize: ({ user }) => (user.id === 'eve' ? { scopes: ['orders:read', 'root'] } : true) })

  it('is offered those, and can grant no others', async () => {
    const { latchkey } = narrow()
    const offered = expectValue(await latchkey.management.scopes(eve, null))
    expect(offered.scopes.map(({ name }) => name)).toEqual(['orders:read'])
    expect(offered.presets).toEqual([
      { name: 'full', scopes: ['orders:read'] },
      { name: 'read', scopes: ['orders:read'] },
    ])
    for (const scope of ['orders:write', 'root']) {
      expect(
        await latchkey.management.create(eve, { name: 'x', scopes: [scope] }, withoutIdempotency),
      ).toMatchObject({
        code: 'validation_failed',
      })
    }
  })

  it('may narrow what a key has, and widen it only by those (MG-14)', async () => {
    const { issue, latchkey } = narrow()
    const { key } = await issue({ name: 'ci', scopes: ['orders:write', 'billing'] })
    const widened = await latchkey.management.update(
      eve,
      key.id,
      { scopes: [...key.scopes, 'orders:read'] },
      1,
    )
    expect(expectValue(widened).key.scopes).toEqual(['orders:write', 'billing', 'orders:read'])
    expectValue(await latchkey.management.update(eve, key.id, { scopes: ['orders:read'] }, 2))
    expect(await latchkey.management.update(eve, key.id, { scopes: ['billing'] }, 3)).toMatchObject({
      code: 'validation_failed',
      fields: { scopes: 'You cannot grant billing.' },
    })
  })

  it('rotates a key to what they may grant (MG-11)', async () => {
    const { issue, latchkey } = narrow()
    const { key } = await issue({ name: 'ci', scopes: ['orders:read', 'orders:write'] })
    const rotated = await latchkey.management.rotate(eve, key.id, { overlapSeconds: 60 }, withoutIdempotency)
    expect(expectValue(rotated).key.scopes).toEqual(['orders:read'])
  })
})

describe('identifying a key', () => {
  it('finds it by the hash of the secret, with a pepper or without', async () => {
    const store = memoryStore()
    const plain = await bench({ store }).issue()
    const seasoned = bench({
      store,
      peppers: [{ id: 'a', secret: crypto.getRandomValues(new Uint8Array(32)) }],
    })
    const peppered = await seasoned.issue({ name: 'cd' })
    for (const { key, secret } of [plain, peppered]) {
      const sha256 = createHash('sha256').update(secret).digest('hex')
      expect(await seasoned.latchkey.management.identify(ada, sha256)).toEqual({
        ok: true,
        value: { id: key.id },
      })
    }
  })
})

describe('listing keys', () => {
  it('leaves out what was revoked more than 30 days ago, unless somebody looks for it', async () => {
    const { latchkey, issue, clock } = bench()
    const { key } = await issue({ name: 'ended' })
    await latchkey.management.revoke(ada, key.id, {})
    await issue({ name: 'works' })
    const namesOf = async (query: Record<string, string> = {}) => {
      const page = expectValue(await latchkey.management.list(ada, v.parse(listQuerySchema, query)))
      return [page.keys.map(({ name }) => name).toSorted(), page.page.total, page.counts.revokedLongAgo]
    }
    clock.now += 30 * 24 * 3600 * 1000
    expect(await namesOf()).toEqual([['ended', 'works'], 2, 0])
    clock.now += 1
    expect(await namesOf()).toEqual([['works'], 1, 1])
    expect(await namesOf({ search: '' })).toEqual([['works'], 1, 1])
    expect(await namesOf({ status: 'revoked' })).toEqual([['ended'], 1, 1])
    expect(await namesOf({ search: 'end' })).toEqual([['ended'], 1, 1])
  })
})

describe('capabilities', () => {
  it('name the policy, and only the operations that this person may do', async () => {
    const { latchkey } = bench({
      environments: ['live', 'test'],
      authorize: ({ action }) => ['list', 'get', 'capabilities'].includes(action),
    })
    expect(expectValue(await latchkey.management.capabilities(ada, null))).toEqual({
      operations: ['list', 'capabilities', 'get'],
      environments: ['live', 'test'],
      maxKeys: 100,
      expiry: { defaultSeconds: 7_776_000, maxSeconds: 31_536_000, allowNever: false },
      rotation: { defaultOverlapSeconds: 86_400, maxOverlapSeconds: 604_800 },
      staleAfterSeconds: 90 * 24 * 3600,
      revocationBoundMs: 1000,
    })
  })
})
