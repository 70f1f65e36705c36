import { describe, expect, it } from 'vitest'
import { errors, refusalCodes } from '../../src/contract/index.js'
import type { RateState } from '../core/latchkey.js'
import { rateLimitHeaders } from './rate-limit-headers.js'
import { refusalResponse } from './refusal-response.js'

const challenger = { realm: 'orders', acceptsApiKeyHeader: false }
const refused: RateState = {
  policy: 'key',
  limit: 600,
  windowSeconds: 60,
  allowed: false,
  remaining: 0,
  resetSeconds: 58,
  retryAfterSeconds: 7,
}

describe('What a machine is told when it is refused', () => {
  it.each(refusalCodes)(
    '%s has the status, title and detail of the table, as problem+json (HT-7)',
    async (code) => {
      const response = refusalResponse({ ok: false, code }, challenger)
      const { status, title, detail } = errors[code]
      expect(response.status).toBe(status)
      expect(response.headers.get('Content-Type')).toBe('application/problem+json')
      expect(await response.json()).toMatchObject({ code, status, title, detail })
    },
  )

  it.each(refusalCodes)('%s is never cached, and names the header that carried the key (HT-12)', (code) => {
    const response = refusalResponse({ ok: false, code }, challenger)
    expect(response.headers.get('Cache-Control')).toBe('no-store')
    expect(response.headers.get('Vary')).toBe('Authorization')
    const both = refusalResponse({ ok: false, code }, { ...challenger, acceptsApiKeyHeader: true })
    expect(both.headers.get('Vary')).toBe('Authorization, X-API-Key')
  })

  it('A request without a key is challenged without an error (HT-5)', () => {
    const response = refusalResponse({ ok: false, code: 'missing_credential' }, challenger)
    expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="orders"')
  })

  it.each(['invalid_key', 'key_revoked', 'key_expired', 'key_disabled', 'consumer_suspended'] as const)(
    '%s is challenged with invalid_token (HT-5)',
    (code) => {
      const challenge = refusalResponse({ ok: false, code }, challenger).headers.get('WWW-Authenticate')
      expect(challenge).toMatch(/^Bearer realm="orders", error="invalid_token", error_description="[^"\\]+"$/)
    },
  )

  it('A missing scope is named, and all that are needed with it (HT-6)', async () => {
    const response = refusalResponse(
      { ok: false, code: 'insufficient_scope', requiredScopes: ['orders:read', 'orders:write'] },
      challenger,
    )
    expect(response.headers.get('WWW-Authenticate')).toContain('error="insufficient_scope"')
    expect(response.headers.get('WWW-Authenticate')).toContain('scope="orders:read orders:write"')
    expect(await response.json()).toMatchObject({ requiredScopes: ['orders:read', 'orders:write'] })
  })

  it('The realm cannot break out of its quotes, nor a scope out of its own (HT-8)', () => {
    const response = refusalResponse(
      { ok: false, code: 'insufficient_scope', requiredScopes: ['a"b\\c\u0007'] },
      { realm: 'a"b\\c\r\nX: 1' },
    )
    expect(response.headers.get('WWW-Authenticate')).toBe(
      'Bearer realm="a\\"b\\\\cX: 1", error="insufficient_scope", ' +
        'error_description="This API key lacks a scope that the request needs.", scope="abc"',
    )
  })

  it('Too many requests say how long to wait, and never sooner than the window says (HT-9, HT-10)', async () => {
    const response = refusalResponse(
      { ok: false, code: 'rate_limited', retryAfterSeconds: 5, rate: refused },
      challenger,
    )
    expect(response.headers.get('Retry-After')).toBe('7')
    expect(response.headers.get('RateLimit')).toBe('"key";r=0;t=7')
    expect(response.headers.get('RateLimit-Policy')).toBe('"key";q=600;w=60')
    expect(await response.json()).toMatchObject({
      type: 'https://iana.org/assignments/http-problem-types#quota-exceeded',
      'violated-policies': ['key'],
    })
  })

  it('Too many requests say nothing of who was counted (HT-11)', async () => {
    const rate = { ...refused, policy: 'consumer', subject: 'shop_1' }
    const response = refusalResponse({ ok: false, code: 'rate_limited', rate }, challenger)
    const told = JSON.stringify([...response.headers]) + (await response.text())
    expect(told).toContain('consumer')
    expect(told).not.toContain('shop_1')
  })

  it('A store that is away asks for patience, and never says the key is bad', () => {
    const response = refusalResponse(
      { ok: false, code: 'store_unavailable', retryAfterSeconds: 2 },
      challenger,
    )
    expect(response.headers.get('Retry-After')).toBe('2')
    expect(response.headers.has('WWW-Authenticate')).toBe(false)
  })

  it.each(refusalCodes)('%s can be asked about by its request id (HT-7)', async (code) => {
    const responses = [1, 2].map(() => refusalResponse({ ok: false, code }, challenger))
    const ids = responses.map(({ headers }) => headers.get('X-Request-Id'))
    expect(new Set(ids).size).toBe(2)
    for (const [index, response] of responses.entries()) {
      expect(ids[index]).toMatch(/^[0-9a-f-]{36}$/)
      const { instance }: { instance?: string } = await response.json()
      // The one answer in which nothing may tell one wrong guess from another (VF-3).
      expect(instance).toBe(code === 'invalid_key' ? undefined : `urn:latchkey:request:${ids[index]}`)
    }
  })

  it('Two wrong keys get the same bytes, and the same headers but for the request id (VF-3)', async () => {
    const [one, other] = [1, 2].map(() => refusalResponse({ ok: false, code: 'invalid_key' }, challenger))
    expect(await one?.text()).toBe(await other?.text())
    const told = (response: Response | undefined) =>
      [...(response?.headers ?? [])].filter(([name]) => name !== 'x-request-id')
    expect(told(one)).toEqual(told(other))
  })
})

describe('What an allowed request learns about its limit', () => {
  it('The policy, what is left, and when all of it is free again', () => {
    expect(rateLimitHeaders({ ...refused, allowed: true, remaining: 599, retryAfterSeconds: 0 })).toEqual({
      RateLimit: '"key";r=599;t=58',
      'RateLimit-Policy': '"key";q=600;w=60',
    })
  })

  it('Nothing where nothing was counted', () => {
    expect(rateLimitHeaders(null)).toEqual({})
  })

  it('Never a negative number, whatever the clock did', () => {
    expect(rateLimitHeaders({ ...refused, allowed: true, resetSeconds: -3 }).RateLimit).toBe('"key";r=0;t=0')
  })
})
