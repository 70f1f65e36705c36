import type { ApiKeyStore } from './api-key-store.js'
import { createLatchkey } from './create-latchkey.js'
import type { Caller, Latchkey, Outcome } from './latchkey.js'
import type { LatchkeyOptions, LimitOptions } from './latchkey-options.js'
import type { SessionUser } from './session-provider.js'

type Overrides = Partial<Omit<LatchkeyOptions, 'store' | 'session' | 'limits'>> & {
  store: ApiKeyStore
  limits: LimitOptions
}

/** A latchkey with a clock that stands still, for tests. Store and limiter come from the test: core knows none. */
export function createTestBench(overrides: Overrides) {
  const clock = { now: Date.parse('2026-11-23T12:00:00.000Z') }
  const errors: unknown[] = []
  const latchkey = createLatchkey({
    session: () => null,
    scopes: ['orders:read', 'orders:write', 'billing'].map((name) => ({ name, description: name })),
    now: () => clock.now,
    onError: (error) => errors.push(error),
    ...overrides,
  })
  return { latchkey, clock, errors, store: overrides.store, ...shortcuts(latchkey) }
}

export const ada = callerOf({ id: 'ada', name: 'Ada', sessionId: 's1' })
export const eve = callerOf({ id: 'eve', sessionId: 's2' })
export const withoutIdempotency = { idempotencyKey: null }

/** The value of an outcome that a test counts on. */
export function expectValue<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value
  throw new Error(`refused: ${outcome.code} ${JSON.stringify(outcome.fields ?? {})}`)
}

function callerOf(user: SessionUser): Caller {
  return { user, address: '203.0.113.7', userAgent: 'test' }
}

function shortcuts(latchkey: Latchkey) {
  return {
    /** A key of Ada's and its secret. */
    async issue(input: Parameters<Latchkey['management']['create']>[1] = { name: 'ci' }) {
      const created = expectValue(await latchkey.management.create(ada, input, withoutIdempotency))
      if (created.secret === null) throw new Error('a new key has a secret')
      return { key: created.key, secret: created.secret }
    },
    /** What a request with this secret is answered. */
    present(secret: string, request: Partial<Parameters<Latchkey['verify']>[0]> = {}) {
      const headers = new Headers({ authorization: `Bearer ${secret}`, 'user-agent': 'curl' })
      return latchkey.verify({ headers, address: '198.51.100.9', ...request })
    },
  }
}
