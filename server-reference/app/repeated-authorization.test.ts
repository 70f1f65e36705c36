import { describe, expect, test } from 'vitest'
import { joinAuthorization } from './repeated-authorization.ts'

describe('HT-4: Authorization that was sent more than once', () => {
  test.each([
    [
      'both values are kept',
      ['Authorization', 'Bearer a', 'authorization', 'Bearer b'],
      'Bearer a, Bearer b',
    ],
    [
      'other headers between them do not matter',
      ['AUTHORIZATION', 'x', 'A', 'b', 'Authorization', ''],
      'x, ',
    ],
    ['once is left as it is', ['Authorization', 'Bearer a'], 'Bearer a'],
    ['a value that looks like the name is no name', ['X', 'authorization', 'Y', 'z'], undefined],
  ])('%s', (_, rawHeaders, joined) => {
    const headers =
      rawHeaders[0]?.toLowerCase() === 'authorization' ? { authorization: rawHeaders[1] ?? '' } : {}
    joinAuthorization({ rawHeaders, headers })
    expect(headers).toEqual(joined === undefined ? {} : { authorization: joined })
  })
})
