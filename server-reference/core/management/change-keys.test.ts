import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import { ada, createTestBench, eve, expectValue, withoutIdempotency } from '../test-bench.conformance.js'

const bench = (options: Partial<Omit<LatchkeyOptions, 'limits'>> = {}) =>
  createTestBench({ store: memoryStore(), ...options, limits: { limiter: memoryRateLimits() } })

describe('rotating (MG-11)', () => {
  it('lets the old key work until its overlap ends', async () => {
    const { issue, present, latchkey, clock } = bench()
    const { key, secret } = await issue()
    const rotated = await latchkey.management.rotate(
      ada,
      key.id,
      { overlapSeconds: 3600 },
      withoutIdempotency,
    )
    const next = expectValue(rotated)
    expect(next.previous.rotation).toMatchObject({
      replacedById: next.key.id,
      overlapEndsAt: '2026-11-23T13:00:00.000Z',
    })
    expect(next.key.rotation).toEqual({ replacesId: key.id })
    clock.now += 3_600_000 - 1
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(await present(next.secret ?? '')).toMatchObject({ ok: true })
    clock.now += 1
    expect(await present(secret)).toEqual({ ok: false, code: 'key_expired' })
    expect(await present(next.secret ?? '')).toMatchObject({ ok: true })
  })

  it('without an overlap revokes the old key at once', async () => {
    const { issue, present, latchkey } = bench()
    const { key, secret } = await issue()
    const rotated = await latchkey.management.rotate(ada, key.id, { overlapSeconds: 0 }, withoutIdempotency)
    expect(expectValue(rotated).previous).toMatchObject({ revokedReason: 'rotated' })
    expect(await present(secret)).toEqual({ ok: false, code: 'key_revoked' })
  })

  it('never lets the old key outlive its own expiry', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue({ name: 'ci', expiresAt: '2026-11-23T12:10:00.000Z' })
    const rotated = await latchkey.management.rotate(
      ada,
      key.id,
      { overlapSeconds: 3600 },
      withoutIdempotency,
    )
    expect(expectValue(rotated).previous.rotation?.overlapEndsAt).toBe('2026-11-23T12:10:00.000Z')
  })

  it('gives the successor all that the old key had, and as long a life', async () => {
    const { issue, latchkey, clock } = bench()
    const { key } = await issue({
      name: 'ci',
      description: 'build server',
      expiresAt: '2026-11-24T12:00:00.000Z',
      scopes: ['orders:read'],
      ipAllowlist: ['203.0.113.0/24'],
      rateLimit: { limit: 5, windowSeconds: 1 },
    })
    clock.now += 3_600_000
    const rotated = await latchkey.management.rotate(ada, key.id, { overlapSeconds: 60 }, withoutIdempotency)
    const { id, start, end, createdAt, updatedAt, expiresAt, rotation, ...same } = expectValue(rotated).key
    expect(key).toMatchObject(same)
    expect(expiresAt).toBe('2026-11-24T13:00:00.000Z')
    expect(createdAt).toBe('2026-11-23T13:00:00.000Z')
  })

  it('does not bring back what somebody takes from the key meanwhile (MG-11)', async () => {
    const store = memoryStore()
    let narrow: (() => Promise<unknown>) | undefined
    const interrupted = {
      ...store,
      rotate: async (rotation: Parameters<typeof store.rotate>[0]) => {
        await narrow?.()
        narrow = undefined
        return store.rotate(rotation)
      },
    }
    const { issue, latchkey } = bench({ store: interrupted })
    const { key } = await issue({ name: 'ci', scopes: ['orders:read', 'orders:write'] })
    narrow = () => latchkey.management.update(ada, key.id, { scopes: ['orders:read'] }, 1)
    const rotated = await latchkey.management.rotate(ada, key.id, { overlapSeconds: 60 }, withoutIdempotency)
    expect(expectValue(rotated).key.scopes).toEqual(['orders:read'])
  })

  it('asks for patience where the key changes again and again, for the caller named no version (MG-11)', async () => {
    const store = memoryStore()
    let tries = 0
    const rotate: typeof store.rotate = async () => {
      tries += 1
      return { ok: false, code: 'version_conflict' }
    }
    const { issue, latchkey } = bench({ store: { ...store, rotate } })
    const { key } = await issue()
    expect(await latchkey.management.rotate(ada, key.id, { overlapSeconds: 60 }, withoutIdempotency)).toEqual(
      { ok: false, code: 'store_unavailable', retryAfterSeconds: 1 },
    )
    expect(tries).toBe(3)
  })

  it("holds the successor to today's policy", async () => {
    const store = memoryStore()
    const forEver = bench({ store, policy: { expiry: { allowNever: true } } })
    const { key } = await forEver.issue({ name: 'ci', expiresAt: null })
    const { key: lasting } = await forEver.issue({ name: 'cd', expiresAt: '2026-12-23T12:00:00.000Z' })
    const strict = bench({
      store,
      policy: { expiry: { maxSeconds: 60 }, rotation: { maxOverlapSeconds: 600 } },
    })
    const { management } = strict.latchkey
    expect(await management.rotate(ada, key.id, { overlapSeconds: 601 }, withoutIdempotency)).toMatchObject({
      code: 'validation_failed',
      fields: { overlapSeconds: 'Choose at most 600 seconds.' },
    })
    for (const { id } of [key, lasting]) {
      const rotated = await management.rotate(ada, id, { overlapSeconds: 600 }, withoutIdempotency)
      expect(expectValue(rotated).key.expiresAt).toBe('2026-11-23T12:01:00.000Z')
    }
  })

  it('is refused for a key that is over or has a successor (MG-12)', async () => {
    const { issue, latchkey } = bench()
    const { management } = latchkey
    const { key } = await issue()
    await management.rotate(ada, key.id, { overlapSeconds: 60 }, withoutIdempotency)
    const refused = { ok: false, code: 'key_not_rotatable' }
    expect(await management.rotate(ada, key.id, { overlapSeconds: 60 }, withoutIdempotency)).toEqual(refused)
    await management.revoke(ada, key.id, {})
    expect(await management.rotate(ada, key.id, { overlapSeconds: 60 }, withoutIdempotency)).toEqual(refused)
  })
})

describe('updating (MG-14)', () => {
  it('needs the version that was read, and counts it up', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue()
    const renamed = expectValue(await latchkey.management.update(ada, key.id, { name: 'cd' }, 1))
    expect(renamed.key).toMatchObject({ name: 'cd', version: 2 })
    expect(await latchkey.management.update(ada, key.id, { name: 'ce' }, 1)).toEqual({
      ok: false,
      code: 'version_conflict',
    })
  })

  it('by two people at once is done by one of them', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue()
    const rename = (name: string) => latchkey.management.update(ada, key.id, { name }, 1)
    expect(await Promise.all([rename('cd'), rename('ce')])).toMatchObject([
      { ok: true },
      { ok: false, code: 'version_conflict' },
    ])
  })

  it('of nothing changes nothing', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue()
    expect(expectValue(await latchkey.management.update(ada, key.id, {}, 1))).toEqual({ key })
  })

  it('cannot lengthen a life beyond the policy', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue()
    for (const expiresAt of [null, '2026-11-23T11:00:00.000Z', '2028-01-01T00:00:00.000Z']) {
      const updated = await latchkey.management.update(ada, key.id, { expiresAt }, 1)
      expect(updated).toMatchObject({ code: 'validation_failed', fields: { expiresAt: expect.any(String) } })
    }
  })

  it('leaves a revoked key as it is', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue()
    const revoked = expectValue(await latchkey.management.revoke(ada, key.id, { reason: 'leaked' }))
    const { version } = revoked.key
    expect(await latchkey.management.update(ada, key.id, { enabled: true }, version)).toMatchObject({
      code: 'key_not_updatable',
    })
    expect(expectValue(await latchkey.management.revoke(ada, key.id, { reason: 'again' }))).toEqual(revoked)
  })

  it('moves the end of an overlap, within the policy and the life of the key', async () => {
    const { issue, latchkey } = bench({ policy: { rotation: { maxOverlapSeconds: 86_400 } } })
    const { management } = latchkey
    const { key } = await issue({ name: 'ci', expiresAt: '2026-11-23T18:00:00.000Z' })
    const move = (overlapEndsAt: string, version = 2) =>
      management.update(ada, key.id, { overlapEndsAt }, version)
    expect(await move('2026-11-23T13:00:00.000Z', 1)).toMatchObject({ code: 'validation_failed' })
    await management.rotate(ada, key.id, { overlapSeconds: 3600 }, withoutIdempotency)
    for (const refused of [
      '2026-11-23T12:00:00.000Z',
      '2026-11-23T18:00:00.001Z',
      '2026-11-25T12:00:00.000Z',
    ]) {
      expect(await move(refused)).toMatchObject({ code: 'validation_failed' })
    }
    expect(expectValue(await move('2026-11-23T17:00:00.000Z')).key.rotation?.overlapEndsAt).toBe(
      '2026-11-23T17:00:00.000Z',
    )
  })

  it('cannot prolong an overlap beyond what the policy allows from its rotation on (MG-14)', async () => {
    const { issue, latchkey, clock } = bench({ policy: { rotation: { maxOverlapSeconds: 86_400 } } })
    const { management } = latchkey
    const { key } = await issue()
    await management.rotate(ada, key.id, { overlapSeconds: 3600 }, withoutIdempotency)
    clock.now += 1_800_000
    const move = (overlapEndsAt: string, version: number) =>
      management.update(ada, key.id, { overlapEndsAt }, version)
    expect(await move('2026-11-24T12:30:00.000Z', 2)).toMatchObject({
      code: 'validation_failed',
      fields: { overlapEndsAt: 'Choose a time before 2026-11-24T12:00:00.000Z.' },
    })
    for (const version of [2, 3]) {
      const moved = expectValue(await move('2026-11-24T12:04:00.000Z', version))
      expect(moved.key.rotation?.overlapEndsAt).toBe('2026-11-24T12:00:00.000Z')
    }
  })

  it('lets an overlap that a former policy allowed be shortened, not prolonged', async () => {
    const store = memoryStore()
    const before = bench({ store })
    const { key } = await before.issue()
    await before.latchkey.management.rotate(ada, key.id, { overlapSeconds: 7200 }, withoutIdempotency)
    const { management } = bench({ store, policy: { rotation: { maxOverlapSeconds: 60 } } }).latchkey
    const later = await management.update(ada, key.id, { overlapEndsAt: '2026-11-23T14:10:00.000Z' }, 2)
    expect(later).toMatchObject({ code: 'validation_failed' })
    const sooner = await management.update(ada, key.id, { overlapEndsAt: '2026-11-23T13:00:00.000Z' }, 2)
    expect(expectValue(sooner).key.rotation?.overlapEndsAt).toBe('2026-11-23T13:00:00.000Z')
  })

  it('tells in the log what changed, and who did it', async () => {
    const { issue, latchkey } = bench()
    const { key } = await issue()
    const { management } = latchkey
    await management.update(ada, key.id, { name: 'cd', description: 'x' }, 1)
    await management.update(ada, key.id, { enabled: false }, 2)
    await management.update(ada, key.id, { enabled: true }, 3)
    await management.revoke(ada, key.id, { reason: 'leaked' })
    const { events } = expectValue(await management.activity(ada, key.id, { limit: 10 }))
    expect(events.map(({ type, changes, reason }) => [type, changes, reason])).toEqual([
      ['revoked', [], 'leaked'],
      ['enabled', [], null],
      ['disabled', [], null],
      ['updated', ['name', 'description'], null],
      ['created', [], null],
    ])
    for (const event of events) {
      expect(event).toMatchObject({
        actor: { id: 'ada', name: 'Ada' },
        address: '203.0.113.7',
        userAgent: 'test',
      })
    }
  })
})

describe('bulk', () => {
  it('does what it can, and says for each key what it could not', async () => {
    const { issue, latchkey } = bench()
    const { management } = latchkey
    const mine = await issue()
    const gone = await issue({ name: 'gone' })
    await management.revoke(ada, gone.key.id, {})
    const hers = expectValue(await management.create(eve, { name: 'hers' }, withoutIdempotency))
    const ids = [mine.key.id, hers.key.id, 'AAAAAAAAAAAAAAAA', gone.key.id]
    const { results } = expectValue(await management.bulk(ada, { action: 'disable', ids }))
    expect(results).toMatchObject([
      { id: ids[0], key: { disabledAt: '2026-11-23T12:00:00.000Z' } },
      { id: ids[1], error: { code: 'not_found', status: 404 } },
      { id: ids[2], error: { code: 'not_found', status: 404 } },
      { id: ids[3], error: { code: 'key_not_updatable', status: 409 } },
    ])
    expect(results[1]?.error).toEqual(results[2]?.error)
  })

  it('is no way around a rule against its action', async () => {
    const { issue, latchkey } = bench({ authorize: ({ action }) => action !== 'revoke' })
    const { key } = await issue()
    const { results } = expectValue(await latchkey.management.bulk(ada, { action: 'revoke', ids: [key.id] }))
    expect(results).toMatchObject([{ error: { code: 'not_found' } }])
  })

  it('waits for a hung store once, not once for each key (VF-12)', async () => {
    let asked = 0
    const revoke = () => {
      asked += 1
      return new Promise<never>(() => {})
    }
    const { issue, latchkey } = bench({ store: { ...memoryStore(), revoke }, storeTimeoutMs: 20 })
    const ids = [(await issue()).key.id, (await issue({ name: 'cd' })).key.id]
    const { results } = expectValue(await latchkey.management.bulk(ada, { action: 'revoke', ids }))
    expect(results.map(({ error }) => error?.code)).toEqual(['store_unavailable', 'store_unavailable'])
    expect(asked).toBe(1)
  })
})

describe('a dependency that fails', () => {
  const hang = () => new Promise<never>(() => {})
  const fail = async () => {
    throw new Error('down')
  }

  it.each([
    ['a store that hangs', { store: { ...memoryStore(), list: hang } }],
    ['a store that rejects', { store: { ...memoryStore(), list: fail } }],
    ['a rule that hangs', { authorize: hang }],
    ['a rule that throws', { authorize: fail }],
    ['a default consumer that hangs', { defaultConsumerId: hang }],
  ])('is answered with 503, in time: %s (VF-12)', async (_, broken) => {
    const { latchkey, errors } = bench({ ...broken, storeTimeoutMs: 20 })
    expect(await latchkey.management.list(ada, { sort: 'name', limit: 9 })).toEqual({
      ok: false,
      code: 'store_unavailable',
      retryAfterSeconds: 1,
    })
    expect(errors).toHaveLength(1)
  })

  it.each([
    ['hangs', hang],
    ['rejects', fail],
    ['answers a user without an id', () => ({ id: '', sessionId: null })],
    ['answers an id that no store keeps', () => ({ id: 'x'.repeat(257), sessionId: null })],
  ])('rejects, and is never taken for nobody: a sign-in that %s', async (_, session) => {
    const { latchkey, errors } = bench({ session, storeTimeoutMs: 20 })
    await expect(latchkey.session({ headers: new Headers() }, { fresh: true })).rejects.toThrow(/^Latchkey:/)
    expect(errors).toHaveLength(1)
  })

  it('says why, where the sign-in answers an id that no store keeps', async () => {
    const { latchkey, errors } = bench({ session: () => ({ id: 'x'.repeat(257), sessionId: null }) })
    await expect(latchkey.session({ headers: new Headers() }, { fresh: true })).rejects.toThrow()
    expect(String(errors[0])).toContain('a user id of 257 characters. Stores keep at most 256')
    const longest = { id: 'x'.repeat(256), sessionId: null }
    const { session } = bench({ session: () => longest }).latchkey
    expect(await session({ headers: new Headers() }, { fresh: true })).toEqual(longest)
  })
})
