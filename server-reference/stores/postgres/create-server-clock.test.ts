import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createServerClock } from './create-server-clock.js'

const serverNow = 1_800_000_000_000

describe("The server's clock, as far as it is known here", () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  /** The server reads its clock so long after it was asked. */
  function ask(clock = createServerClock(), { wayMs = 0, aheadMs = serverNow } = {}) {
    clock.learn(performance.now() + wayMs + aheadMs, performance.now())
    return clock
  }

  it('is unknown until it was asked, and again once it was set', () => {
    expect(createServerClock().isKnown()).toBe(false)
    const clock = ask()
    expect(clock.isKnown()).toBe(true)
    clock.forget()
    expect(clock.isKnown()).toBe(false)
  })

  it('is told by the quickest of its answers, in whatever order they come', () => {
    const clock = ask(ask(createServerClock(), { wayMs: 300 }), { wayMs: 20 })
    expect(clock.in(0) - performance.now()).toBeCloseTo(serverNow + 20, 3)
    ask(clock, { wayMs: 700 })
    expect(clock.in(100) - performance.now()).toBeCloseTo(serverNow + 120, 3)
  })

  it('is followed where it was set back, or goes slower', () => {
    const clock = ask(ask(), { aheadMs: serverNow - 5_000 })
    expect(clock.in(0) - performance.now()).toBeCloseTo(serverNow - 5_000, 3)
  })

  it('may have gone faster than ours since it was asked', () => {
    const clock = ask()
    vi.advanceTimersByTime(1_000_000)
    expect(clock.in(0) - performance.now()).toBeCloseTo(serverNow + 200, 3)
    ask(clock, { aheadMs: serverNow + 100 })
    expect(clock.in(0) - performance.now()).toBeCloseTo(serverNow + 100, 3)
  })
})
