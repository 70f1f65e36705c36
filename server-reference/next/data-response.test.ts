import { describe, expect, test } from 'vitest'
import { dataResponse, privateCaching } from './data-response.js'

describe('HT-12: data stays out of shared caches', () => {
  test.each([
    [null, 'private'],
    ['public, max-age=60', 'private, max-age=60'],
    ['max-age=60, s-maxage=600', 'private, max-age=60'],
    ['no-store', 'no-store'],
    ['private, max-age=5', 'private, max-age=5'],
    ['PUBLIC,S-MAXAGE=1', 'private'],
  ])('%j becomes %j', (said, sent) => {
    expect(privateCaching(said)).toBe(sent)
  })

  test('Vary is added to, and names the other header where that is read', () => {
    const answer = () => new Response('x', { headers: { Vary: 'Accept' } })
    expect(dataResponse(answer(), { acceptsApiKeyHeader: false }, null).headers.get('Vary')).toBe(
      'Accept, Authorization',
    )
    expect(dataResponse(answer(), { acceptsApiKeyHeader: true }, null).headers.get('Vary')).toBe(
      'Accept, Authorization, X-API-Key',
    )
  })

  test('Answers whose headers are fixed, and those without a body, keep their status', () => {
    const redirect = dataResponse(Response.redirect('http://app.test/'), { acceptsApiKeyHeader: false }, null)
    expect([redirect.status, redirect.headers.get('Location')]).toEqual([302, 'http://app.test/'])
    const empty = dataResponse(new Response(null, { status: 204 }), { acceptsApiKeyHeader: false }, null)
    expect([empty.status, empty.headers.has('RateLimit')]).toEqual([204, false])
  })
})
