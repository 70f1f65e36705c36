import type { ApiKey } from '../contract/index.js'
import { endOf } from '../contract/index.js'
import type { OverlapPolicy } from './overlap-choice.js'

const offered = [3600, 21_600, 86_400, 259_200, 604_800]

/** A later end of an overlap. */
export interface ExtendChoice {
  /** Seconds from now; `longest`: whatever the policy leaves. */
  value: `${number}` | 'longest'
  /** Milliseconds since the epoch. */
  endMs: number
}

interface Facts {
  /** When the successor was made, RFC 3339: an overlap is bound from there on, however often it is moved. */
  rotatedAt: string
  policy: OverlapPolicy
  /** Milliseconds since the epoch. */
  now: number
}

/** Ends later than the one there is and no later than the server accepts; none where there is no room left. */
export function extendChoices(
  key: Pick<ApiKey, 'expiresAt' | 'rotation'>,
  { rotatedAt, policy, now }: Facts,
): ExtendChoice[] {
  const current = endOf(key) ?? now
  const bound = Date.parse(rotatedAt) + policy.maxOverlapSeconds * 1000
  const expiry = key.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(key.expiresAt)
  const latest = Math.min(bound, expiry)
  const choices: ExtendChoice[] = offered
    .map((seconds) => ({ value: `${seconds}` as const, endMs: now + seconds * 1000 }))
    .filter(({ endMs }) => endMs > current && endMs < latest)
  // Less than a minute more is no choice: it would be over before anybody read it.
  return latest - current < 60_000 ? [] : [...choices, { value: 'longest', endMs: latest }]
}
