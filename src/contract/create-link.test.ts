import { describe, expect, it } from 'vitest'
import { parseCreateLink } from './create-link.js'

describe('A link that asks for a key', () => {
  it('is read whole', () => {
    expect(parseCreateLink('#lk=create&name=ci&preset=restricted&scopes=a:read,b&expires=90d')).toEqual({
      name: 'ci',
      preset: 'restricted',
      scopes: ['a:read', 'b'],
      expiresInDays: 90,
    })
    expect(parseCreateLink('#lk=create&expires=never')).toEqual({ expiresInDays: null })
  })

  it('leaves out what it does not understand', () => {
    const odd = '#lk=create&name=%20&preset=root&scopes=,<b>,a%20b,x,x&expires=0d&secret=y'
    expect(parseCreateLink(odd)).toEqual({ scopes: ['x'] })
    expect(parseCreateLink(`#lk=create&name=${'n'.repeat(100)}`)?.name).toHaveLength(64)
    expect(parseCreateLink('#lk=create&expires=99999d')).toEqual({})
  })

  it.each(['', '#', '#search=ci', '#lk=revoke', '#name=ci'])('is not %j', (hash) => {
    expect(parseCreateLink(hash)).toBeNull()
  })
})
