import { describe, expect, it } from 'vitest'
import { createUsageGatherer } from './create-usage-gatherer.js'

const noon = Date.parse('2026-11-23T12:00:00.000Z')
const ignore = () => {}

describe('gathered usage', () => {
  it('moves lastUsedAt at most once a minute for each key (VF-14)', () => {
    const usage = createUsageGatherer(ignore, ignore)
    const lastUsed = (now: number) => {
      usage.addAllowed(usage.findUse('a'), now)
      return usage.take()[0]?.lastUsedAt
    }
    expect(lastUsed(noon)).toBe('2026-11-23T12:00:00.000Z')
    expect(lastUsed(noon + 59_999)).toBeNull()
    expect(lastUsed(noon + 60_000)).toBe('2026-11-23T12:01:00.000Z')
  })

  it('goes to the day on which it happened', () => {
    const usage = createUsageGatherer(ignore, ignore)
    usage.addAllowed(usage.findUse('a'), Date.parse('2026-11-23T23:59:59.999Z'))
    usage.addDenied(usage.findUse('a'), Date.parse('2026-11-24T00:00:00.000Z'))
    expect(usage.take()).toMatchObject([
      { keyId: 'a', day: '2026-11-23', allowed: 1, denied: 0 },
      { keyId: 'a', day: '2026-11-24', allowed: 0, denied: 1, lastUsedAt: null },
    ])
    expect(usage.take()).toEqual([])
  })

  it('that could not be written is given again', () => {
    const usage = createUsageGatherer(ignore, ignore)
    usage.addAllowed(usage.findUse('a'), noon)
    const taken = usage.take()
    usage.putBack(taken)
    expect(usage.take()).toEqual(taken)
  })

  it('asks to be written when half its room is taken, and never outgrows it', () => {
    let crowded = 0
    const usage = createUsageGatherer(
      ignore,
      () => {
        crowded += 1
      },
      4,
    )
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) usage.addAllowed(usage.findUse(id), noon)
    expect(crowded).toBe(1)
    expect(usage.take()).toHaveLength(4)
  })
})
