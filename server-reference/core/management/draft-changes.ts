import { type ApiKey, parseInstant, type RateLimit, type UpdateInput } from '../../../src/contract/index.js'
import type { KeyChanges } from '../api-key-store.js'
import type { Outcome } from '../latchkey.js'
import type { KeyPolicy } from '../resolve-policy.js'
import { findTooFast } from './find-too-fast.js'
import { findUngrantable } from './find-ungrantable.js'
import { type ResolvedEnd, resolveEnd, resolveExpiry } from './resolve-end.js'

interface Bounds {
  policy: KeyPolicy
  grantable: ReadonlySet<string>
  maxRate: RateLimit | null
  now: number
  /** When the key was replaced, as its successor says. null: it was not, or the successor is unknown. */
  replacedAt: string | null
}

/** What an update asks for, held against policy and against what the caller may grant (MG-14). */
export function draftChanges(input: UpdateInput, current: ApiKey, bounds: Bounds): Outcome<KeyChanges> {
  const changes: KeyChanges = {}
  const fields: Record<string, string> = {}
  if (input.name !== undefined) changes.name = input.name
  if (input.description !== undefined) changes.description = input.description || null
  if (input.enabled !== undefined) changes.enabled = input.enabled
  if (input.ipAllowlist !== undefined) changes.ipAllowlist = input.ipAllowlist
  if (input.rateLimit !== undefined) {
    const tooFast = findTooFast(input.rateLimit, bounds.maxRate)
    if (tooFast === null) changes.rateLimit = input.rateLimit
    else fields.rateLimit = tooFast
  }
  if (input.scopes !== undefined) {
    const added = input.scopes.filter((scope) => !current.scopes.includes(scope))
    const ungrantable = findUngrantable(added, bounds.grantable)
    if (ungrantable === null) changes.scopes = input.scopes
    else fields.scopes = ungrantable
  }
  if (input.expiresAt !== undefined) {
    const expiry = resolveExpiry(input.expiresAt, bounds.now, bounds.policy.expiry)
    if (expiry.ok) changes.expiresAt = expiry.at
    else fields.expiresAt = expiry.message
  }
  if (input.overlapEndsAt !== undefined) {
    const expiresAt = changes.expiresAt === undefined ? current.expiresAt : changes.expiresAt
    const overlap = resolveOverlapEnd(input.overlapEndsAt, current, expiresAt, bounds)
    if (overlap.ok) changes.overlapEndsAt = overlap.at
    else fields.overlapEndsAt = overlap.message
  }
  if (Object.keys(fields).length > 0) return { ok: false, code: 'validation_failed', fields }
  return { ok: true, value: changes }
}

function resolveOverlapEnd(
  requested: string,
  current: ApiKey,
  expiresAt: string | null,
  { policy, now, replacedAt }: Bounds,
): ResolvedEnd {
  const overlapEndsAt = current.rotation?.overlapEndsAt
  if (overlapEndsAt === undefined) {
    return { ok: false, message: 'This key is in no overlap. Rotate it first.' }
  }
  // From the rotation on, never from now: whoever asks again and again would prolong it for ever.
  const longest = (parseInstant(replacedAt ?? '') ?? 0) + policy.rotation.maxOverlapSeconds * 1000
  const end = resolveEnd(requested, now, Math.max(longest, parseInstant(overlapEndsAt) ?? 0))
  if (!end.ok || expiresAt === null) return end
  const isWithin = (parseInstant(end.at) ?? 0) <= (parseInstant(expiresAt) ?? 0)
  return isWithin
    ? end
    : { ok: false, message: `The key itself expires at ${expiresAt}. Choose an earlier time.` }
}
