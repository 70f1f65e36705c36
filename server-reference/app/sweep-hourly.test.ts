import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { sweepHourly } from './sweep-hourly.ts'

const minuteMs = 60_000

describe('Keys that end soon or lie unused', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  test('are looked for within a minute of the start, at a moment of chance, then every hour', async () => {
    let sweeps = 0
    const sweep = async () => {
      sweeps += 1
    }
    sweepHourly(sweep, unexpected, () => 0.5)
    await vi.advanceTimersByTimeAsync(minuteMs / 2 - 1)
    expect(sweeps).toBe(0)
    await vi.advanceTimersByTimeAsync(1)
    expect(sweeps).toBe(1)
    await vi.advanceTimersByTimeAsync(2 * 60 * minuteMs)
    expect(sweeps).toBe(3)
  })

  test('are looked for again after a sweep that failed, which is told', async () => {
    const errors: unknown[] = []
    const sweep = () => Promise.reject(new Error('down'))
    sweepHourly(
      sweep,
      (error) => errors.push(error),
      () => 0,
    )
    await vi.advanceTimersByTimeAsync(60 * minuteMs)
    expect(errors).toHaveLength(2)
  })

  test('are not looked for twice at once', async () => {
    let sweeps = 0
    const sweep = () => {
      sweeps += 1
      return new Promise(() => {})
    }
    sweepHourly(sweep, unexpected)
    await vi.advanceTimersByTimeAsync(5 * 60 * minuteMs)
    expect(sweeps).toBe(1)
  })
})

function unexpected(error: unknown): never {
  throw error
}
