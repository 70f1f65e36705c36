import * as v from 'valibot'
import { type ApiKey, endOf, parseInstant } from '../../../src/contract/index.js'
import type { UnkeyApi } from './create-unkey-api.js'
import type { KnownKey } from './known-key.js'
import { toOwnMeta, writeOwnMeta } from './own-meta.js'
import type { KeyReader } from './read-keys.js'
import { rateLimitName } from './unkey-key.js'

/**
 * Brings a key at Unkey to what it shall be, in one request that names only what differs, and answers it as it is then.
 * null: it is gone.
 */
export async function writeKey(
  { api, reader }: { api: UnkeyApi; reader: KeyReader },
  known: KnownKey,
  next: ApiKey,
): Promise<ApiKey | null> {
  const changes = toChanges(known, next)
  if (Object.keys(changes).length > 0) {
    const body = { keyId: known.key.id, ...changes }
    if (!(await api.call('keys.updateKey', body, v.object({})))) return null
  }
  // What was written is done, also where it cannot be read back: only its version is not known then.
  const written = await reader.get(known.key.id).catch(() => null)
  return written?.key ?? next
}

function toChanges({ key, record, own }: KnownKey, next: ApiKey): Record<string, unknown> {
  const changes: Record<string, unknown> = {}
  const isEnabled = next.disabledAt === null && next.revokedAt === null
  const expires = endMs(next)
  const meta = writeOwnMeta(record.meta, toOwnMeta(next, own.request))
  if (next.name !== key.name) changes.name = next.name
  if (isEnabled !== record.enabled) changes.enabled = isEnabled
  if (expires !== (record.expires || null)) changes.expires = expires
  const isNarrowed = key.scopes.some((scope) => !next.scopes.includes(scope))
  if (isNarrowed || next.scopes.some((scope) => !key.scopes.includes(scope)))
    changes.permissions = next.scopes
  // A role would give back what was taken away; what else it gave is among the permissions now.
  if (isNarrowed && record.roles?.length) changes.roles = []
  if (!isSame(next.rateLimit, key.rateLimit)) changes.ratelimits = toRateLimits(next, record.ratelimits)
  if (!isSame(meta, writeOwnMeta(record.meta, own))) changes.meta = meta
  return changes
}

/** Milliseconds since the epoch. A revoked key has ended too, so that no later change can bring it back. */
function endMs(key: ApiKey): number | null {
  const ends = [endOf(key), key.revokedAt === null ? null : parseInstant(key.revokedAt)]
  const known = ends.filter((end) => end !== null)
  return known.length === 0 ? null : Math.min(...known)
}

/** Unkey replaces all of them at once, so those that are not ours are sent along. */
export function toRateLimits(
  { rateLimit }: Pick<ApiKey, 'rateLimit'>,
  present: KnownKey['record']['ratelimits'] = [],
) {
  const others = present
    .filter(({ name }) => name !== rateLimitName)
    .map(({ name, limit, duration, autoApply }) => ({ name, limit, duration, autoApply }))
  if (rateLimit === null) return others
  const { limit, windowSeconds } = rateLimit
  return [...others, { name: rateLimitName, limit, duration: windowSeconds * 1000, autoApply: true }]
}

/** Both are plain data that this file has put in the same order. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
