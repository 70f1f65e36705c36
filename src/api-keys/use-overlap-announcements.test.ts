import { renderHook } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import { useOverlapAnnouncements } from './use-overlap-announcements.js'

const end = Date.parse('2026-11-24T10:00:00Z')
const minuteMs = 60_000
const format = createFormatters({ locale: 'en-US', timeZone: 'UTC' })

const replaced = {
  id: 'old',
  name: 'billing-worker',
  expiresAt: null,
  revokedAt: null,
  rotation: { replacedById: 'new', overlapEndsAt: '2026-11-24T10:00:00Z' },
}

/** Looks at the clock at each of these minutes before the end, and writes down what was said. */
function listen(
  minutesLeft: readonly number[],
  key: Parameters<typeof useOverlapAnnouncements>[0]['apiKeys'][number] = replaced,
) {
  const announce = vi.fn()
  const { rerender } = renderHook(
    ({ left }: { left: number }) =>
      useOverlapAnnouncements({ apiKeys: [key], nowMs: end - left * minuteMs }, announce, en, format),
    { initialProps: { left: minutesLeft[0] ?? 0 } },
  )
  for (const left of minutesLeft.slice(1)) rerender({ left })
  return announce.mock.calls.map(([text]) => text)
}

it('An overlap is told an hour and five minutes before its end, and at it', () => {
  expect(listen([90, 61, 60, 59, 6, 5, 4, 1, 0, -1])).toEqual([
    'The old key of billing-worker stops working in 1 hour.',
    'The old key of billing-worker stops working in 5 minutes.',
    'The old key of billing-worker no longer works.',
  ])
})

it('Whoever comes late is not told what was before', () => {
  expect(listen([30, 20])).toEqual([])
  expect(listen([-5, -6])).toEqual([])
})

it('A replaced key that was revoked has nothing left to run out', () => {
  const revoked = { ...replaced, revokedAt: '2026-11-24T08:00:00Z' }
  expect(listen([61, 60, 5, 0], revoked)).toEqual([])
})
