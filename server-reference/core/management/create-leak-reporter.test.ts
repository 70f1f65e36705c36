import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { LatchkeyEvent } from '../events/latchkey-event.js'
import type { LatchkeyOptions } from '../latchkey-options.js'
import { ada, createTestBench, expectValue } from '../test-bench.conformance.js'

const url = 'https://github.com/octocat/app/blob/main/.env'
const actor = { id: 'github-secret-scanning', name: 'GitHub' }
const settled = () => new Promise((resolve) => setTimeout(resolve))

function open(options: Partial<LatchkeyOptions> = {}) {
  const told: LatchkeyEvent[] = []
  const bench = createTestBench({
    store: memoryStore(),
    environments: ['live', 'test'],
    peppers: [{ id: 'a', secret: '0123456789abcdef'.repeat(4) }],
    onEvent: (event) => void told.push(event),
    ...options,
    limits: { limiter: memoryRateLimits() },
  })
  const events = async () => {
    await settled()
    return told.splice(0)
  }
  const log = async (id: string) =>
    expectValue(await bench.latchkey.management.activity(ada, id, { limit: 20 })).events
  /** A key whose making nobody needs to hear of. */
  const issue = async (environment: 'live' | 'test' = 'live') => {
    const issued = await bench.issue({ name: environment, environment })
    await events()
    return issued
  }
  return { ...bench, issue, events, log }
}

describe('A key that was found in public (OP-5)', () => {
  it('is flagged where it is live: it works on, its log says where, and whoever answers for it is told', async () => {
    const { latchkey, issue, present, events, log } = open()
    const { key, secret } = await issue()
    const leak = { secret, url, source: 'content' }
    expect(await latchkey.reportLeak(leak, { actor })).toEqual({ status: 'flagged', keyId: key.id })
    expect(await present(secret)).toMatchObject({ ok: true })
    const about = { at: '2026-11-23T12:00:00.000Z', keyId: key.id, consumerId: 'ada', name: 'live' }
    expect(await events()).toContainEqual({
      ...about,
      type: 'leaked',
      environment: 'live',
      revoked: false,
      actor,
      url,
      source: 'content',
    })
    expect(await log(key.id)).toMatchObject([{ type: 'leaked', actor, reason: url }, { type: 'created' }])
  })

  it('is revoked where it is a test key, with the same and with its revocation in log and hook', async () => {
    const { latchkey, issue, present, events, log } = open()
    const { key, secret } = await issue('test')
    expect(await latchkey.reportLeak({ secret, url }, { actor })).toEqual({
      status: 'revoked',
      keyId: key.id,
    })
    expect(await events()).toMatchObject([
      { type: 'revoked', actor, reason: 'leaked' },
      { type: 'leaked', revoked: true, url, source: null },
    ])
    expect(await log(key.id)).toMatchObject([
      { type: 'leaked', reason: url },
      { type: 'revoked', reason: 'leaked', actor },
      { type: 'created' },
    ])
    expect(await present(secret)).toMatchObject({ code: 'key_revoked' })
  })

  it('has the fate that the policy says, one for all or by the key', async () => {
    const { latchkey, issue } = open()
    const [one, other] = [await issue(), await issue('test')]
    expect(await latchkey.reportLeak({ secret: one.secret }, { policy: 'revoke' })).toMatchObject({
      status: 'revoked',
    })
    const policy = ({ id }: { id: string }) => (id === other.key.id ? 'flag' : 'revoke')
    expect(await latchkey.reportLeak({ secret: other.secret }, { policy })).toMatchObject({
      status: 'flagged',
    })
  })

  it('is told of once a day while it works, however often it is reported', async () => {
    const { latchkey, issue, events, log, clock } = open()
    const { key, secret } = await issue()
    const report = (where: string) => latchkey.reportLeak({ secret, url: where })
    const all = await Promise.all([report('a'), report('b'), report('c')])
    expect(all.map(({ status }) => status).toSorted()).toEqual(['flagged', 'known', 'known'])
    expect(await events()).toHaveLength(1)
    clock.now += 24 * 60 * 60 * 1000
    expect(await report('d')).toMatchObject({ status: 'flagged' })
    expect(await events()).toHaveLength(1)
    expect(await log(key.id)).toHaveLength(3)
  })

  it('is known where it was revoked before, for whatever reason, and nothing happens again', async () => {
    const { latchkey, issue, events, clock, log } = open()
    const [leaked, ended] = [await issue('test'), await issue()]
    await latchkey.reportLeak({ secret: leaked.secret })
    await latchkey.revokeKeys({ id: ended.key.id }, { reason: 'old' })
    await events()
    clock.now += 24 * 60 * 60 * 1000
    for (const { key, secret } of [leaked, ended]) {
      const before = await log(key.id)
      expect(await latchkey.reportLeak({ secret, url })).toEqual({ status: 'known', keyId: key.id })
      expect(await log(key.id)).toEqual(before)
    }
    expect(await events()).toEqual([])
  })

  it('is nobody’s where it is none of ours, without asking the store about typos (KF-5)', async () => {
    const { latchkey, issue, store, events } = open()
    const { secret } = await issue()
    let reads = 0
    store.findByDigest = async () => {
      reads += 1
      return null
    }
    for (const none of [
      '',
      'some_token',
      `${secret.slice(0, -1)}!`,
      ` ${secret}`,
      secret.replace('l', 'k'),
    ]) {
      expect(await latchkey.reportLeak({ secret: none })).toEqual({ status: 'unknown' })
    }
    expect(reads).toBe(0)
    const foreign = (await open().issue()).secret
    expect(await latchkey.reportLeak({ secret: foreign })).toEqual({ status: 'unknown' })
    expect([reads, await events()]).toEqual([1, []])
  })

  it('is found where it was imported and such keys are accepted', async () => {
    const secret = 'old_0123456789abcdefghij'
    const sha256 = createHash('sha256').update(secret).digest('hex')
    for (const acceptImportedKeys of [true, false]) {
      const { latchkey, events, log } = open({ acceptImportedKeys })
      const imported = await latchkey.importKey({
        sha256,
        consumerId: 'ada',
        name: 'old',
        prefix: 'old_',
        start: '',
      })
      if (!imported.ok) throw new Error('imported')
      await events()
      const leak = { secret, url: `https://example.com/${secret}` }
      const expected = acceptImportedKeys ? { status: 'flagged', keyId: imported.id } : { status: 'unknown' }
      expect(await latchkey.reportLeak(leak)).toEqual(expected)
      expect(JSON.stringify([await events(), await log(imported.id)])).not.toContain(secret)
    }
  })

  it('is in no event and no log, also where its address holds it (ST-1)', async () => {
    const { latchkey, issue, events, log } = open()
    const { key, secret } = await issue('test')
    await latchkey.reportLeak({ secret, url: `https://example.com/?key=${secret}\0`, source: secret })
    const said = JSON.stringify([await events(), await log(key.id)])
    expect(said).not.toContain(secret.slice(-49))
    expect(said).toContain('https://example.com/?key=[API key]')
  })

  it.each(['findByDigest', 'revoke', 'claimNotices'] as const)(
    'is worked through by the next report where %s failed in the first, and told of once',
    async (method) => {
      const { latchkey, issue, events, store, log } = open()
      const { key, secret } = await issue('test')
      const works = store[method]
      Object.assign(store, { [method]: () => Promise.reject(new Error('down')) })
      await expect(latchkey.reportLeak({ secret, url })).rejects.toThrow('a dependency failed')
      Object.assign(store, { [method]: works })
      await latchkey.reportLeak({ secret, url })
      await latchkey.reportLeak({ secret, url })
      expect((await events()).map(({ type }) => type)).toEqual(['revoked', 'leaked'])
      expect((await log(key.id)).map(({ type }) => type)).toEqual(['leaked', 'revoked', 'created'])
    },
  )
})
