import { type ApiKey, parseInstant, toInstant } from '../../../src/contract/index.js'
import type { ExpiryPolicy } from '../resolve-policy.js'

/** A successor's expiry: as long from now as the old key's was from its creation, and within today's policy. */
export function inheritExpiry(
  old: Pick<ApiKey, 'createdAt' | 'expiresAt'>,
  now: number,
  policy: ExpiryPolicy,
): string | null {
  const lifetimeMs = lifetimeOf(old)
  if (lifetimeMs === null && policy.allowNever) return null
  const defaultMs = (policy.defaultSeconds ?? policy.maxSeconds ?? 0) * 1000
  const maxMs = policy.maxSeconds === null ? Number.POSITIVE_INFINITY : policy.maxSeconds * 1000
  return toInstant(now + Math.min(lifetimeMs ?? defaultMs, maxMs))
}

/** null: for ever. */
function lifetimeOf({ createdAt, expiresAt }: Pick<ApiKey, 'createdAt' | 'expiresAt'>): number | null {
  if (expiresAt === null) return null
  const lifetimeMs = (parseInstant(expiresAt) ?? 0) - (parseInstant(createdAt) ?? 0)
  return Math.max(lifetimeMs, 1000)
}
