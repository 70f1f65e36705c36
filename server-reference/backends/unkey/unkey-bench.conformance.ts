import type { Caller, Outcome } from '../../core/latchkey.js'
import { type UnkeyOptions, unkeyKeys } from './unkey-keys.js'
import { startUnkey } from './unkey-server.conformance.js'

export const ada: Caller = {
  user: { id: 'ada', name: 'Ada', sessionId: null },
  address: null,
  userAgent: null,
}
export const once = { idempotencyKey: null }

/** Unkey as it publishes itself, the service over it, and a clock that stands still unless it is moved. */
export async function openUnkey(options: Partial<UnkeyOptions> = {}) {
  const clock = { now: Date.parse('2026-11-23T12:00:00.000Z') }
  const errors: unknown[] = []
  const unkey = await startUnkey(() => clock.now)
  const service = unkeyKeys({
    rootKey: unkey.rootKey,
    apiId: unkey.apiId,
    baseUrl: unkey.baseUrl,
    session: () => null,
    scopes: ['orders:read', 'orders:write'].map((name) => ({ name, description: name })),
    now: () => clock.now,
    onError: (error) => errors.push(error),
    ...options,
  })
  const { management } = service
  return {
    clock,
    errors,
    unkey,
    service,
    management,
    async issue(input: Parameters<typeof management.create>[1] = { name: 'ci', scopes: ['orders:read'] }) {
      const { key, secret } = requireValue(await management.create(ada, input, once))
      if (secret === null) throw new Error('a new key has a secret')
      return { key, secret }
    },
    present: (secret: string, request: { requiredScopes?: string[]; address?: string } = {}) =>
      service.verify({
        headers: new Headers({ Authorization: `Bearer ${secret}` }),
        address: null,
        ...request,
      }),
    /** Which operations were asked for, and how often. */
    asked: (operation: string) => unkey.requests.filter((request) => request.operation === operation).length,
  }
}

/** The value of an outcome that a test counts on. */
export function requireValue<T>(outcome: Outcome<T> | undefined): T {
  if (outcome?.ok) return outcome.value
  throw new Error(`refused: ${JSON.stringify(outcome)}`)
}
