import { describe, expect, it } from 'vitest'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { memoryStore } from '../../stores/memory/index.js'
import { createTestBench } from '../test-bench.conformance.js'
import { createClockWatch } from './create-clock-watch.js'

function watchClock() {
  const clock = { now: 1_800_000_000_000, elapsedMs: 5_000 }
  const reports: unknown[][] = []
  const report = (...details: unknown[]) => void reports.push(details)
  const look = createClockWatch({ now: () => clock.now, report }, () => clock.elapsedMs)
  const pass = (wallMs: number, elapsedMs: number) => {
    clock.now += wallMs
    clock.elapsedMs += elapsedMs
    look()
  }
  return { reports, pass }
}

describe('a wall clock that is set back (OP-12)', () => {
  it('by more than a minute is reported once, whatever time has passed', () => {
    const { reports, pass } = watchClock()
    pass(1_000, 1_000)
    pass(3_600_000 - 86_400_000, 3_600_000)
    expect(reports).toEqual([
      [
        expect.objectContaining({ message: expect.stringContaining('set back by 86400 seconds') }),
        { during: 'clock' },
      ],
    ])
    pass(1_000, 1_000)
    expect(reports).toHaveLength(1)
    pass(-61_000, 0)
    expect(reports).toHaveLength(2)
  })

  it('by less, or that jumps ahead, is not', () => {
    const { reports, pass } = watchClock()
    pass(-60_000, 0)
    pass(86_400_000, 1_000)
    pass(0, 60_000)
    expect(reports).toEqual([])
  })

  it('is noticed with the next thing that is written', async () => {
    const limits = { limiter: memoryRateLimits() }
    const { issue, present, clock, errors, latchkey } = createTestBench({ store: memoryStore(), limits })
    const { secret } = await issue()
    clock.now -= 3_600_000
    await present(secret)
    await latchkey.flush()
    await latchkey.flush()
    expect(errors.map(String)).toEqual([
      expect.stringContaining('the wall clock was set back by 3600 seconds'),
    ])
  })
})
