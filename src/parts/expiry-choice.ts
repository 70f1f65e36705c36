import type { Capabilities } from '../contract/index.js'
import { dayEnd, dayOf } from './day-end.js'

const daySeconds = 86_400
const presetDays = [7, 30, 90, 365] as const

/** A number of days from now, a last day, no end, or, where a key is changed, the end that it has. */
export type ExpiryChoice = `${(typeof presetDays)[number]}` | 'custom' | 'never' | 'keep'

export type ExpiryPolicy = Capabilities['expiry']

/** Where the server says nothing: 90 days, any end, but an end. */
export const cautiousPolicy: ExpiryPolicy = {
  defaultSeconds: 90 * daySeconds,
  maxSeconds: null,
  allowNever: false,
}

/** What the server would accept, the shortest first, and never last. */
export function expiryChoices(policy: ExpiryPolicy): ExpiryChoice[] {
  const max = policy.maxSeconds ?? Number.POSITIVE_INFINITY
  const days = presetDays.filter((count) => count * daySeconds <= max).map((count) => `${count}` as const)
  return [...days, 'custom', ...(policy.allowNever ? (['never'] as const) : [])]
}

/** The server's default, or the longest choice within it, or the shortest there is. */
export function defaultExpiryChoice(policy: ExpiryPolicy): ExpiryChoice {
  const wanted = policy.defaultSeconds ?? 90 * daySeconds
  const offered = expiryChoices(policy)
  const days = presetDays.filter((count) => offered.includes(`${count}`))
  const fitting = days.filter((count) => count * daySeconds <= wanted)
  const chosen = fitting[fitting.length - 1] ?? days[0]
  return chosen === undefined ? 'custom' : `${chosen}`
}

/**
 * What a form begins with where so many days were asked for: the choice of that name, or else the day on which they end.
 * null: never, where that is on offer. Otherwise, and where nothing was asked for, the default.
 */
export function askedExpiry(
  days: number | null | undefined,
  policy: ExpiryPolicy,
  { now, timeZone }: { now: number; timeZone: string },
): { expiry: ExpiryChoice; day: string } {
  const offered = expiryChoices(policy)
  const choice = offered.find((each) => each === (days === null ? 'never' : `${days}`))
  if (choice !== undefined) return { expiry: choice, day: '' }
  if (typeof days !== 'number') return { expiry: defaultExpiryChoice(policy), day: '' }
  return { expiry: 'custom', day: dayOf(now + days * daySeconds * 1000, timeZone) }
}

/** When a key stops working, in milliseconds since the epoch; `null`: never; `undefined`: no day is chosen yet. */
export function resolveExpiry(
  choice: ExpiryChoice,
  day: string,
  { now, timeZone, policy }: { now: number; timeZone: string; policy: ExpiryPolicy },
): number | null | undefined {
  if (choice === 'never') return null
  if (choice === 'keep') return undefined
  if (choice !== 'custom') return now + Number(choice) * daySeconds * 1000
  const end = dayEnd(day, timeZone)
  if (end === null) return undefined
  const latest = latestExpiry(policy, now)
  // The last day that the policy allows ends after the last moment that it allows: that moment is meant.
  return end > latest && end - latest < daySeconds * 1000 ? latest : end
}

/** The last moment that the server accepts, in milliseconds since the epoch. */
export function latestExpiry(policy: ExpiryPolicy, now: number): number {
  return policy.maxSeconds === null ? Number.POSITIVE_INFINITY : now + policy.maxSeconds * 1000
}
