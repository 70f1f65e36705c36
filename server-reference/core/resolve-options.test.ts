import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import type { LatchkeyOptions } from './latchkey-options.js'
import { resolveOptions } from './resolve-options.js'

const resolve = (options: Partial<LatchkeyOptions> = {}) =>
  resolveOptions({
    store: memoryStore(),
    session: () => null,
    limits: { limiter: memoryRateLimits() },
    ...options,
  })

describe('options', () => {
  it('are safe where nobody chose', () => {
    expect(resolve()).toMatchObject({
      brand: 'lk',
      environments: ['live'],
      scopes: [],
      realm: 'api',
      acceptApiKeyHeader: false,
      limits: { default: { limit: 600, windowSeconds: 60 }, failures: { limit: 30, windowSeconds: 60 } },
      policy: { maxKeys: 100, expiry: { allowNever: false }, warnBeforeSeconds: 604_800 },
      storeTimeoutMs: 500,
      keepUsageDays: 400,
    })
  })

  it('keep a null, which says that there is no limit', () => {
    const { limits, policy } = resolve({
      limits: { limiter: memoryRateLimits(), default: null, failures: null },
      policy: { maxKeys: null, expiry: { maxSeconds: null } },
    })
    expect(limits).toMatchObject({ default: null, failures: null })
    expect(policy).toMatchObject({ maxKeys: null, expiry: { maxSeconds: null, defaultSeconds: 7_776_000 } })
  })

  it.each([
    ['a brand that no scanner could tell (KF-8)', { brand: 'LK' }],
    ['no environment', { environments: [] }],
    ['a wildcard in the catalogue (MG-5)', { scopes: [{ name: '*', description: '' }] }],
    ['usage that is kept for no day', { usage: { keepDays: 0 } }],
    ['a scope twice', { scopes: [1, 2].map(() => ({ name: 'a', description: '' })) }],
    ['a realm that would break its header', { realm: 'a"b' }],
    ['no deadline', { storeTimeoutMs: Number.POSITIVE_INFINITY }],
    ['keys that cannot be made', { policy: { maxKeys: 0 } }],
    ['a default of never that is not allowed', { policy: { expiry: { defaultSeconds: null } } }],
    ['a default beyond the maximum', { policy: { expiry: { defaultSeconds: 61, maxSeconds: 60 } } }],
    [
      'an overlap beyond the maximum',
      { policy: { rotation: { defaultOverlapSeconds: 2, maxOverlapSeconds: 1 } } },
    ],
    [
      'a limit of nothing',
      { limits: { limiter: memoryRateLimits(), default: { limit: 0, windowSeconds: 60 } } },
    ],
  ] satisfies [string, Partial<LatchkeyOptions>][])('stop the start where they have %s', (_, options) => {
    expect(() => resolve(options)).toThrow(/^Latchkey:/)
  })
})
