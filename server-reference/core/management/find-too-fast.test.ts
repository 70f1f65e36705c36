import { describe, expect, it } from 'vitest'
import { findTooFast } from './find-too-fast.js'

const max = { limit: 600, windowSeconds: 60 }

describe('a rate of its own (MG-2)', () => {
  it.each([
    ['the same', { limit: 600, windowSeconds: 60 }],
    ['a slower one', { limit: 5, windowSeconds: 1 }],
    ['the server’s default', null],
  ])('may be %s', (_, rate) => expect(findTooFast(rate, max)).toBeNull())

  it.each([
    ['a faster pace in a small burst', { limit: 11, windowSeconds: 1 }],
    ['a larger burst at a slower pace', { limit: 601, windowSeconds: 86_400 }],
    ['the most that the contract can write', { limit: 1_000_000, windowSeconds: 1 }],
  ])('may not be %s', (_, rate) =>
    expect(findTooFast(rate, max)).toBe('Choose at most 600 requests in 60 seconds.'),
  )

  it('may be any where the server sets no limit', () => {
    expect(findTooFast({ limit: 1_000_000, windowSeconds: 1 }, null)).toBeNull()
  })
})
