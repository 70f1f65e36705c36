import { type ApiKey, type Rotation, toInstant } from '../../../src/contract/index.js'
import { type OwnMeta, readOwnMeta } from './own-meta.js'
import { rateLimitName, type UnkeyKey } from './unkey-key.js'

/** A key in both languages. */
export interface KnownKey {
  key: ApiKey
  record: UnkeyKey
  own: OwnMeta
  /** Whether `meta.latchkey` cannot be read. Nobody knows what the key was bound to, so it can be revoked and nothing else. */
  isDamaged: boolean
}

/** null: a key that speaks for nobody, because it has no identity. */
export function toKnownKey(record: UnkeyKey): KnownKey | null {
  const consumerId = record.identity?.externalId
  if (!consumerId) return null
  const read = readOwnMeta(record.meta)
  const isDamaged = read === null
  const own = read ?? {}
  const changedAt = record.updatedAt || record.createdAt
  const expires = record.expires ? toInstant(record.expires) : null
  const key: ApiKey = {
    id: record.keyId,
    consumerId,
    name: record.name || record.start,
    description: own.description ?? null,
    environment: 'live',
    prefix: '',
    start: record.start,
    // What Unkey's keys end with is part of the secret (UI-8).
    end: '',
    // Unkey tells them in another order each time.
    scopes: (record.permissions ?? []).toSorted(),
    ipAllowlist: own.ipAllowlist ?? [],
    rateLimit: toRateLimit(record),
    createdAt: toInstant(record.createdAt),
    updatedAt: toInstant(changedAt),
    createdBy: own.createdBy ?? null,
    expiresAt: own.expiresAt === undefined ? expires : own.expiresAt,
    lastUsedAt: record.lastUsedAt ? toInstant(record.lastUsedAt) : null,
    // What a damaged key opens is what a disabled one does.
    disabledAt: (record.enabled && !isDamaged) || own.revokedAt !== undefined ? null : toInstant(changedAt),
    revokedAt: own.revokedAt ?? null,
    revokedReason: own.revokedReason ?? null,
    rotation: toRotation(own, expires),
    managedBy: null,
    // Unkey counts no versions; it says when it last changed a key.
    version: changedAt,
  }
  return { key, record, own, isDamaged }
}

/** One that is not applied by itself is applied by nobody here. */
function toRateLimit({ ratelimits = [] }: UnkeyKey): ApiKey['rateLimit'] {
  const own = ratelimits.find(({ name, autoApply }) => name === rateLimitName && autoApply)
  return own ? { limit: own.limit, windowSeconds: Math.max(1, Math.round(own.duration / 1000)) } : null
}

function toRotation({ replacesId, replacedById, isInOverlap }: OwnMeta, expires: string | null) {
  const rotation: Rotation = {
    ...(replacesId !== undefined && { replacesId }),
    ...(replacedById !== undefined && { replacedById }),
    ...(isInOverlap && expires !== null && { overlapEndsAt: expires }),
  }
  return Object.keys(rotation).length > 0 ? rotation : null
}
