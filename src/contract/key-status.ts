import type { ApiKey } from './api-key.js'
import { parseInstant } from './instant.js'

export const keyStatuses = ['active', 'expiring', 'rotating', 'disabled', 'expired', 'revoked'] as const

export type KeyStatus = (typeof keyStatuses)[number]

/** What is true of a key beside its status, and what a list can be narrowed to as well. */
export const keyFlags = ['unused', 'stale'] as const

/** What a list can be narrowed to: statuses, and flags. Several mean any of them. */
export const keyFilters = [...keyStatuses, ...keyFlags] as const

export type KeyFilter = (typeof keyFilters)[number]

/** Seven days: from then on a key counts as `expiring`. */
export const defaultWarnBeforeSeconds = 7 * 24 * 60 * 60

/** 90 days: what works and was used by nobody for longer counts as `stale`. */
export const defaultStaleAfterSeconds = 90 * 24 * 60 * 60

type StatusFields = Pick<ApiKey, 'revokedAt' | 'disabledAt' | 'expiresAt' | 'rotation'>

/**
 * A key's status at an instant. Revoked wins over expired, expired over disabled, and so on down the list.
 *
 * @param now milliseconds since the epoch
 * @param warnBeforeSeconds how long before its expiry a key is `expiring`; 7 days by default
 */
export function deriveStatus(
  key: StatusFields,
  now: number,
  warnBeforeSeconds: number = defaultWarnBeforeSeconds,
): KeyStatus {
  if (key.revokedAt !== null) return 'revoked'
  const endsAt = endOf(key)
  if (endsAt !== null && now >= endsAt) return 'expired'
  if (key.disabledAt !== null) return 'disabled'
  if (key.rotation?.overlapEndsAt !== undefined) return 'rotating'
  if (endsAt !== null && endsAt - now <= warnBeforeSeconds * 1000) return 'expiring'
  return 'active'
}

/** When a key stops working, in milliseconds since the epoch: its expiry or the end of its overlap. null: never. */
export function endOf(key: Pick<ApiKey, 'expiresAt' | 'rotation'>): number | null {
  const ends = [key.expiresAt, key.rotation?.overlapEndsAt]
    .map((instant) => (instant ? parseInstant(instant) : null))
    .filter((epochMs) => epochMs !== null)
  return ends.length === 0 ? null : Math.min(...ends)
}
