import type { Tracer as RealTracer } from '@opentelemetry/api'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import type { Decision, LatchkeyOptions } from '../latchkey-options.js'
import type { RateLimiter } from '../rate-limiter.js'
import { ada, createTestBench } from '../test-bench.conformance.js'
import type { Span, Tracer } from './tracer.js'

const bench = (options: Partial<LatchkeyOptions> & { limiter?: RateLimiter } = {}) =>
  createTestBench({
    store: memoryStore(),
    ...options,
    limits: { limiter: options.limiter ?? memoryRateLimits() },
  })

describe('what is counted (OP-2)', () => {
  it('is each verification by its outcome and time, and each management call', async () => {
    const { latchkey, issue, present } = bench({ metrics: true })
    const { key, secret } = await issue()
    for (let count = 0; count < 3; count += 1) await present(secret)
    await present(secret, { requiredScopes: ['billing'] })
    await present('nonsense')
    await latchkey.management.get(ada, 'unknown')
    await latchkey.management.revoke(ada, key.id, {})
    await present(secret)
    const measured = latchkey.measure()
    expect(Object.fromEntries(measured.verifications)).toEqual({
      ok: 3,
      insufficient_scope: 1,
      invalid_key: 1,
      key_revoked: 1,
    })
    expect(measured.durations.count).toBe(6)
    expect(measured.durations.buckets.at(-1)).toEqual({ upToMs: 1_000, count: 6 })
    expect(Object.fromEntries(measured.management)).toEqual({
      'create ok': 1,
      'get not_found': 1,
      'revoke ok': 1,
    })
    expect(measured.usage).toEqual({ waiting: 1, dropped: 0 })
    await latchkey.flush()
    expect(latchkey.measure().usage.waiting).toBe(0)
  })

  it('is one verification for each request, and one decision, whoever had a look at it before', async () => {
    const codes: string[] = []
    const { latchkey, issue, present } = bench({ metrics: true, onDecision: ({ code }) => codes.push(code) })
    const { secret } = await issue()
    await present(secret, { charge: false })
    await present(secret)
    await present('nonsense', { charge: false })
    await present(secret, { charge: false })
    await present(secret, { requiredScopes: ['billing'] })
    const { verifications, passedEarly, durations } = latchkey.measure()
    expect(codes).toEqual(['ok', 'invalid_key', 'insufficient_scope'])
    expect(Array.from(verifications)).toEqual(codes.map((code) => [code, 1]))
    expect([passedEarly, durations.count]).toEqual([2, 3])
  })

  it('is every failure behind an answer', async () => {
    const findForVerification = async () => {
      throw new Error('down')
    }
    const { secret } = await bench().issue()
    const { latchkey, present } = bench({ metrics: true, store: { ...memoryStore(), findForVerification } })
    await present(secret)
    expect(latchkey.measure()).toMatchObject({ errors: 1 })
    expect(latchkey.measure().verifications.get('store_unavailable')).toBe(1)
  })

  it('is nothing where nobody asked for it', async () => {
    const { latchkey, issue, present } = bench()
    await present((await issue()).secret)
    expect(latchkey.measure().verifications.size).toBe(0)
  })
})

describe('what is told of each decision (OP-1)', () => {
  it('is the key, its consumer and the code, and never the secret', async () => {
    const told: Decision[] = []
    const { issue, present } = bench({ onDecision: (decision) => told.push(decision) })
    const { key, secret } = await issue()
    await present(secret)
    await present(secret, { requiredScopes: ['billing'] })
    await present('nonsense')
    expect(told).toMatchObject([
      { code: 'ok', keyId: key.id, consumerId: 'ada', address: '198.51.100.9' },
      { code: 'insufficient_scope', keyId: key.id, consumerId: null },
      { code: 'invalid_key', keyId: null },
    ])
    expect(JSON.stringify(told)).not.toContain(secret.split('_')[3])
  })

  const throws = () => {
    throw new Error('the log is full')
  }

  it.each([
    ['throws', throws],
    ['rejects', async () => throws()],
  ])('changes no answer, where the listener %s', async (_, onDecision) => {
    const { issue, present, errors } = bench({ onDecision })
    expect(await present((await issue()).secret)).toMatchObject({ ok: true })
    expect(errors).toHaveLength(1)
  })
})

describe('a tracer', () => {
  it('of OpenTelemetry fits as it is', () => {
    expectTypeOf<RealTracer>().toExtend<Tracer>()
  })

  it('is given a span for each verification and operation, which ends whatever happens', async () => {
    const spans: Record<string, unknown>[] = []
    const tracer: Tracer = {
      startActiveSpan(name, run) {
        const record: Record<string, unknown> = { name, ended: false }
        spans.push(record)
        const span: Span = {
          setAttribute: (attribute, value) => {
            record[attribute] = value
          },
          end: () => {
            record.ended = true
          },
        }
        return run(span)
      },
    }
    const store = memoryStore()
    const revoke = async () => {
      throw new Error('down')
    }
    const { latchkey, issue, present } = bench({ tracer, store: { ...store, revoke } })
    const { key, secret } = await issue()
    await present(secret)
    await present('nonsense')
    await latchkey.management.revoke(ada, key.id, {})
    expect(spans).toEqual([
      { name: 'latchkey.create', ended: true, 'latchkey.outcome': 'ok' },
      {
        name: 'latchkey.verify',
        ended: true,
        'latchkey.outcome': 'ok',
        'latchkey.key_id': key.id,
        'latchkey.consumer_id': 'ada',
      },
      { name: 'latchkey.verify', ended: true, 'latchkey.outcome': 'invalid_key' },
      { name: 'latchkey.revoke', ended: true },
    ])
  })
})

describe('a tracer that fails', () => {
  const fail = () => {
    throw new Error('the tracer is broken')
  }
  const span: Span = { setAttribute: () => {}, end: () => {} }
  const before: Tracer = { startActiveSpan: fail }
  const after: Tracer = {
    startActiveSpan(_, run) {
      run(span)
      return fail()
    },
  }
  const attribute: Tracer = { startActiveSpan: (_, run) => run({ ...span, setAttribute: fail }) }
  const end: Tracer = { startActiveSpan: (_, run) => run({ ...span, end: fail }) }

  it.each([
    ['before the work', before],
    ['after it began', after],
    ['at an attribute', attribute],
    ['at the end', end],
  ])('%s: the work is done once, and answered as ever', async (_, tracer) => {
    const { issue, present, errors, latchkey } = bench({ tracer, metrics: true })
    const { key, secret } = await issue()
    expect(await present(secret)).toMatchObject({ ok: true })
    expect(await latchkey.management.list(ada, { sort: 'name', limit: 9 })).toMatchObject({
      ok: true,
      value: { keys: [{ id: key.id }] },
    })
    expect(errors).toHaveLength(3)
  })
})

describe('health (OP-7)', () => {
  it('tells down from degraded from well, and nothing else', async () => {
    const limiter = { ...memoryRateLimits(), isDegraded: () => true }
    const refusing = { ...limiter, isDown: () => true }
    const hang = () => new Promise<never>(() => {})
    const hung = { ...memoryStore(), findForVerification: hang }
    expect(await bench().latchkey.health()).toEqual({ status: 'ok', store: 'ok', limits: 'ok' })
    expect(await bench({ limiter }).latchkey.health()).toEqual({
      status: 'degraded',
      store: 'ok',
      limits: 'degraded',
    })
    expect(await bench({ limiter: refusing }).latchkey.health()).toEqual({
      status: 'down',
      store: 'ok',
      limits: 'down',
    })
    expect(await bench({ store: hung, storeTimeoutMs: 20 }).latchkey.health()).toEqual({
      status: 'down',
      store: 'down',
      limits: 'ok',
    })
  })
})
