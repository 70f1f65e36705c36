import { describe, expect, it } from 'vitest'
import { isEverywhere, readRanges } from './read-ranges.js'

describe('Addresses as they are typed and pasted', () => {
  it('takes a pasted list apart, whatever separates it, and drops what is there already', () => {
    const { draft, problem } = readRanges({
      ranges: ['192.0.2.7'],
      text: '203.0.113.0/24, 2001:db8::/32\n192.0.2.7',
    })
    expect(draft).toEqual({ ranges: ['192.0.2.7', '203.0.113.0/24', '2001:db8::/32'], text: '' })
    expect(problem).toBeNull()
  })

  it('keeps what is no address in the field, to be corrected', () => {
    const { draft, problem } = readRanges({ ranges: [], text: '203.0.113.7 office 203.0.113.0/33' })
    expect(draft).toEqual({ ranges: ['203.0.113.7'], text: 'office 203.0.113.0/33' })
    expect(problem).toEqual({ kind: 'invalid', line: 'office' })
  })

  it('takes no more than a key may have, and keeps the rest in the field', () => {
    const text = Array.from({ length: 52 }, (_, index) => `192.0.2.${index}`).join(' ')
    const { draft, problem } = readRanges({ ranges: [], text })
    expect(draft.ranges).toHaveLength(50)
    expect(draft.text).toBe('192.0.2.50 192.0.2.51')
    expect(problem).toEqual({ kind: 'tooMany', max: 50 })
  })

  it('knows the ranges that let everybody in', () => {
    expect(isEverywhere('0.0.0.0/0')).toBe(true)
    expect(isEverywhere('::/0')).toBe(true)
    expect(isEverywhere('10.0.0.0/8')).toBe(false)
  })
})
