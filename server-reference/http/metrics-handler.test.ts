import { describe, expect, it } from 'vitest'
import { createTestBench } from '../core/test-bench.conformance.js'
import { memoryRateLimits } from '../limits/memory-rate-limits.js'
import { memoryStore } from '../stores/memory/index.js'
import { metricsHandler } from './metrics-handler.js'

const token = 'a token of many characters'

function bench() {
  const made = createTestBench({
    store: memoryStore(),
    metrics: true,
    limits: { limiter: memoryRateLimits() },
  })
  const handle = metricsHandler(made.latchkey, { token })
  const ask = (authorization: string) =>
    handle(new Request('http://app.test/metrics', { headers: { Authorization: authorization } }))
  return { ...made, ask }
}

describe('Metrics', () => {
  it('are given to who has the token, as Prometheus reads them', async () => {
    const { ask, issue, present } = bench()
    const { key, secret } = await issue()
    await present(secret, { charge: false })
    await present(secret)
    await present('nonsense', { charge: false })
    await present('nonsense')
    const response = await ask(`Bearer ${token}`)
    expect(response.headers.get('Content-Type')).toContain('version=0.0.4')
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    const text = await response.text()
    const lines = text.split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        '# TYPE latchkey_verifications_total counter',
        'latchkey_verifications_total{code="ok"} 1',
        'latchkey_verifications_total{code="invalid_key"} 2',
        'latchkey_passed_early_total 1',
        'latchkey_verification_duration_seconds_bucket{le="+Inf"} 3',
        'latchkey_verification_duration_seconds_count 3',
        'latchkey_management_total{operation="create",code="ok"} 1',
        'latchkey_usage_waiting 1',
        'latchkey_events_total{outcome="failed"} 0',
        'latchkey_store_up 1',
        'latchkey_limits_degraded 0',
      ]),
    )
    for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
      expect(line).toMatch(
        /^[a-z_]+(?:\{[a-z_]+="[^"\\\n]*"(?:,[a-z_]+="[^"\\\n]*")*\})? \d+(?:\.\d+)?(?:e-\d+)?$/,
      )
    }
    for (const told of [key.id, 'ada', '198.51.100.9']) expect(text).not.toContain(told)
  })

  it('are not there for anybody else', async () => {
    const { ask } = bench()
    for (const authorization of ['', 'Bearer ', token, `Bearer ${token}x`, `bearer ${token}`, 'Bearer no']) {
      expect((await ask(authorization)).status).toBe(404)
    }
  })

  it('need a token that nobody guesses', () => {
    const { latchkey } = bench()
    expect(() => metricsHandler(latchkey, { token: 'short' })).toThrow('too short')
  })
})
