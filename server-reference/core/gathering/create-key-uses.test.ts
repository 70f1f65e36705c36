import { describe, expect, it } from 'vitest'
import { createKeyUses } from './create-key-uses.js'

describe('the uses of keys', () => {
  it('are one for each key', () => {
    const uses = createKeyUses(2)
    expect(uses.find('a')).toBe(uses.find('a'))
    expect(uses.find('a')).not.toBe(uses.find('b'))
  })

  it('forget the oldest where there are too many, and never one that waits to be written', () => {
    const uses = createKeyUses(3)
    const waiting = uses.find('waiting')
    waiting.isWaiting = true
    const idle = uses.find('idle')
    uses.find('newer')
    uses.find('newest')
    expect([waiting.isForgotten, idle.isForgotten]).toEqual([false, true])
    expect(uses.find('waiting')).toBe(waiting)
    expect(uses.find('idle')).not.toBe(idle)
  })
})
