import { describe, expect, it, vi } from 'vitest'
import { createLatchkey } from '../core/create-latchkey.js'
import type { SessionProvider } from '../core/session-provider.js'
import { createTestBench } from '../core/test-bench.conformance.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { createHandler } from './create-handler.js'

const rejects: SessionProvider = async () => {
  throw new Error('the session store is down')
}
const hangs: SessionProvider = () => new Promise(() => {})
// As a provider in JavaScript may answer, whatever the types say.
const answersNonsense: SessionProvider = () => JSON.parse('{"name":"nobody"}')

const answersNoOrganization: SessionProvider = () => JSON.parse('{"id":"u1","organization":{"role":"admin"}}')

describe('A session provider that fails (fault 31)', () => {
  it.each([
    ['rejects', rejects],
    ['hangs', hangs],
    ['answers a user without an id', answersNonsense],
    ['answers an organisation without an id', answersNoOrganization],
  ])('%s: management is 503 within a second, and keys work', async (_, session) => {
    const limits = { limiter: memoryRateLimits() }
    const store = memoryStore()
    const { issue, clock } = createTestBench({ store, limits })
    const { secret } = await issue()
    const latchkey = createLatchkey({ store, limits, session, now: () => clock.now })
    const handle = createHandler(latchkey)
    vi.useFakeTimers()
    const answered = handle(new Request('https://app.example.com/api/keys'))
    await vi.advanceTimersByTimeAsync(999)
    vi.useRealTimers()
    const response = await answered
    expect(response.status).toBe(503)
    expect(response.headers.get('Retry-After')).toBe('1')
    const headers = new Headers({ Authorization: `Bearer ${secret}` })
    expect(await latchkey.verify({ headers, address: null })).toMatchObject({ ok: true })
  })
})
