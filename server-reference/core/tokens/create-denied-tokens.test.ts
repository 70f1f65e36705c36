import { describe, expect, it } from 'vitest'
import { createDeniedTokens } from './create-denied-tokens.js'

describe('Tokens that were revoked', () => {
  it('are known until they end', () => {
    const denied = createDeniedTokens()
    expect(denied.has('a')).toBe(false)
    expect(denied.add('a', 100, 0)).toBe(true)
    expect(denied.has('a')).toBe(true)
  })

  it('take no more room than there is, and none is forgotten that would work again', () => {
    const denied = createDeniedTokens(2)
    expect([denied.add('a', 100, 0), denied.add('b', 200, 0)]).toEqual([true, true])
    expect(denied.add('c', 300, 99_999)).toBe(false)
    expect(denied.add('a', 100, 99_999)).toBe(true)
    expect(denied.add('c', 300, 100_000)).toBe(true)
    expect([denied.has('b'), denied.has('c')]).toEqual([true, true])
  })
})
