import { describe, expect, it } from 'vitest'
import { overlapMilestone } from './overlap-milestone.js'

const minute = 60_000
const hour = 60 * minute

describe('While an overlap runs out', () => {
  it('an hour, five minutes and the end are each told once', () => {
    expect(overlapMilestone(hour + 1, hour)).toBe(hour)
    expect(overlapMilestone(hour, hour - minute)).toBeNull()
    expect(overlapMilestone(5 * minute + 1, 5 * minute - 1)).toBe(5 * minute)
    expect(overlapMilestone(minute, 0)).toBe(0)
    expect(overlapMilestone(0, -minute)).toBeNull()
  })

  it('whoever looks late hears the last one, not all of them', () => {
    expect(overlapMilestone(2 * hour, -1)).toBe(0)
    expect(overlapMilestone(2 * hour, minute)).toBe(5 * minute)
  })

  it('an overlap that was extended is no news', () => {
    expect(overlapMilestone(minute, 3 * hour)).toBeNull()
  })
})
