import { describe, expect, test } from 'vitest'
import { dataResponse } from './data-response.js'

const plain = { acceptsApiKeyHeader: false }

describe('HT-12: data stays out of shared caches', () => {
  test.each([
    [undefined, 'private'],
    ['public, max-age=60', 'private, max-age=60'],
    ['max-age=60, s-maxage=600', 'private, max-age=60'],
    ['no-store', 'no-store'],
    ['private, max-age=5', 'private, max-age=5'],
    ['PUBLIC,S-MAXAGE=1', 'private'],
  ])('%j becomes %j', (said, sent) => {
    const answer = new Response('x', said === undefined ? {} : { headers: { 'Cache-Control': said } })
    expect(dataResponse(answer, plain, null).headers.get('Cache-Control')).toBe(sent)
  })

  test.each([
    ['Accept', false, 'Accept, Authorization'],
    ['Accept', true, 'Accept, Authorization, X-API-Key'],
    ['accept, AUTHORIZATION', true, 'accept, AUTHORIZATION, X-API-Key'],
    ['*', true, '*'],
  ])(
    'Vary is added to: %j, with the other header read (%j), becomes %j',
    (said, acceptsApiKeyHeader, sent) => {
      const answer = new Response('x', { headers: { Vary: said } })
      expect(dataResponse(answer, { acceptsApiKeyHeader }, null).headers.get('Vary')).toBe(sent)
    },
  )

  test('Answers whose headers are fixed, and those without a body, keep their status', () => {
    const redirect = dataResponse(Response.redirect('http://app.test/'), plain, null)
    expect([redirect.status, redirect.headers.get('Location')]).toEqual([302, 'http://app.test/'])
    const empty = dataResponse(new Response(null, { status: 204 }), plain, null)
    expect([empty.status, empty.headers.has('RateLimit')]).toEqual([204, false])
  })
})
