import { type ApiKey, type Capabilities, endOf } from '../contract/index.js'

export type OverlapPolicy = Capabilities['rotation']

/** Where the server says nothing: a day, at most a week. */
export const usualOverlap: OverlapPolicy = { defaultOverlapSeconds: 86_400, maxOverlapSeconds: 604_800 }

const offered = [0, 3600, 86_400, 604_800]

/** Overlaps that the server accepts, in seconds, the shortest first. */
export function overlapChoices({ maxOverlapSeconds }: OverlapPolicy): number[] {
  return offered.filter((seconds) => seconds <= maxOverlapSeconds)
}

/** The server's default, or the longest choice within it. */
export function defaultOverlap(policy: OverlapPolicy): number {
  const fitting = overlapChoices(policy).filter((seconds) => seconds <= policy.defaultOverlapSeconds)
  return fitting[fitting.length - 1] ?? 0
}

/** When the old key stops working, in milliseconds since the epoch: never later than it would have by itself. */
export function overlapEnd(
  key: Pick<ApiKey, 'expiresAt' | 'rotation'>,
  seconds: number,
  now: number,
): number {
  return Math.min(now + seconds * 1000, endOf(key) ?? Number.POSITIVE_INFINITY)
}
