import { describe, expect, it } from 'vitest'
import { parseStrictJson } from './parse-strict-json.js'

describe('A body means one thing to every reader (MG-4)', () => {
  it.each([
    '{"a":1,"b":{"a":2}}',
    '[{"a":1},{"a":1}]',
    '"a:b"',
    '{"a":"\\"x\\": {"}',
    '{"a b":"constructor"}',
    '{}',
  ])('%s is read', (text) => expect(parseStrictJson(text)).toEqual({ ok: true, value: JSON.parse(text) }))

  it.each(['', '{', "{'a':1}", '{"a":1,}', 'undefined', '{"a":NaN}'])('%s is no JSON', (text) => {
    expect(parseStrictJson(text)).toEqual({ ok: false })
  })

  it.each(['{"a":1,"a":2}', '{"a":1,"\\u0061":2}', '[{"x":{"a":1,"b":[],"a":{}}}]', '{"a" :1, "a"\n:2}'])(
    '%s names a field twice',
    (text) => expect(parseStrictJson(text)).toEqual({ ok: false, fields: { a: 'Send this field once.' } }),
  )

  it.each([
    '{"__proto__":{"admin":true}}',
    '{"a":[{"constructor":1}]}',
    '{"prototype":1}',
    '{"__pro\\u0074o__":1}',
  ])('%s reaches for a prototype', (text) => {
    expect(parseStrictJson(text)).toMatchObject({ ok: false, fields: { '': expect.any(String) } })
  })
})
