import { describe, expect, it } from 'vitest'
import { readCredential } from './read-credential.js'

const read = (fields: [string, string][], acceptApiKeyHeader = false) =>
  readCredential(new Headers(fields), acceptApiKeyHeader)

const found = (secret: string) => ({ ok: true, secret })
const missing = { ok: false, code: 'missing_credential' }
const multiple = { ok: false, code: 'multiple_credentials' }

describe('the credential of a request', () => {
  it.each(['Bearer', 'bearer', 'BEARER'])('follows the scheme %s (HT-1)', (scheme) => {
    expect(read([['authorization', `${scheme} lk_x`]])).toEqual(found('lk_x'))
  })

  it('keeps what follows the one space as it is (HT-1)', () => {
    expect(read([['authorization', 'Bearer  lk_x']])).toEqual(found(' lk_x'))
  })

  it.each([
    ['nothing', []],
    ['another scheme', [['authorization', 'Basic bGs6eA==']]],
    ['a digest, commas and all', [['authorization', 'Digest username="a", realm="b"']]],
    ['no scheme', [['authorization', 'lk_x']]],
    ['a scheme alone', [['authorization', 'Bearer']]],
    ['a tab for the space', [['authorization', 'Bearer\tlk_x']]],
    ['a cookie (HT-3)', [['cookie', 'authorization=lk_x']]],
    ['an alias that the server does not accept (HT-2)', [['x-api-key', 'lk_x']]],
  ] as [string, [string, string][]][])('is missing where there is %s', (_, fields) => {
    expect(read(fields)).toEqual(missing)
  })

  it('may come in X-API-Key where the server accepts it (HT-2)', () => {
    expect(read([['x-api-key', 'lk_x']], true)).toEqual(found('lk_x'))
    expect(
      read(
        [
          ['authorization', 'Basic bGs6eA=='],
          ['x-api-key', 'lk_x'],
        ],
        true,
      ),
    ).toEqual(found('lk_x'))
    expect(read([['x-api-key', '']], true)).toEqual(missing)
  })

  it.each([
    [
      'a header sent twice',
      [
        ['authorization', 'Bearer a'],
        ['authorization', 'Bearer b'],
      ],
    ],
    [
      'the same key twice',
      [
        ['authorization', 'Bearer a'],
        ['authorization', 'Bearer a'],
      ],
    ],
    [
      'two schemes',
      [
        ['authorization', 'Basic eA=='],
        ['authorization', 'Bearer b'],
      ],
    ],
    [
      'both headers',
      [
        ['authorization', 'Bearer a'],
        ['x-api-key', 'a'],
      ],
    ],
    [
      'the alias twice',
      [
        ['x-api-key', 'a'],
        ['x-api-key', 'b'],
      ],
    ],
  ] as [string, [string, string][]][])('is refused where there are %s (HT-4)', (_, fields) => {
    expect(read(fields, true)).toEqual(multiple)
  })
})
