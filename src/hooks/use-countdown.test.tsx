import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCountdown } from './use-countdown.js'

beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('useCountdown', () => {
  it('counts each second of the last hour and stops at nought', () => {
    const { result } = renderHook(() => useCountdown('1970-01-01T00:00:03.000Z'))
    expect(result.current).toEqual({ remainingMs: 3000, isOver: false })
    act(() => void vi.advanceTimersByTime(1000))
    expect(result.current.remainingMs).toBe(2000)
    act(() => void vi.advanceTimersByTime(5000))
    expect(result.current).toEqual({ remainingMs: 0, isOver: true })
    expect(vi.getTimerCount()).toBe(0)
  })

  it('shares one timer among everybody who counts at the same pace', () => {
    const views = [7_200_000, 8_200_000, 9_200_000].map((until) => renderHook(() => useCountdown(until)))
    // One that ticks for all, and one each for the end.
    expect(vi.getTimerCount()).toBe(1 + views.length)
    for (const view of views) view.unmount()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is over where there is nothing to wait for', () => {
    expect(renderHook(() => useCountdown(null)).result.current).toEqual({ remainingMs: 0, isOver: true })
  })
})
