import * as v from 'valibot'
import { type Environment, environments } from './environment.js'

export type { Environment } from './environment.js'

/** A key's record: everything but the secret. Instants are RFC 3339 UTC strings. */
export interface ApiKey {
  /** Public key id, 16 base62 characters; also the middle part of the key itself. Never reused. */
  id: string
  /** Who the key speaks for: the machine, app or customer that calls the API. */
  consumerId: string
  /** 1–64 code points, unique among the consumer's keys that are not revoked. */
  name: string
  /** At most 255 code points; null where nobody wrote one. */
  description: string | null
  environment: Environment
  /** What every key of this kind begins with, e.g. `lk_live_`; of one that was imported, its former system's, or ''. */
  prefix: string
  /** First 4 characters of the id; of a key that was imported, what its former system shows, or ''. */
  start: string
  /**
   * Last 4 characters of the whole key. They belong to the checksum, so they show nothing of the secret. '' for a key that
   * was imported, because nobody kept them, and for one of a service, whose keys end with a part of their secret.
   */
  end: string
  /** An empty list grants nothing. */
  scopes: string[]
  /** CIDR ranges, v4 and v6; an empty list lets any address in. */
  ipAllowlist: string[]
  /** null: the server's default limit holds. */
  rateLimit: RateLimit | null
  createdAt: string
  updatedAt: string
  /** null: not made by a person, e.g. imported. */
  createdBy: Actor | null
  /** null: never expires. A key is expired when `now >= expiresAt`. */
  expiresAt: string | null
  /** null: never used. May lag by up to a minute. */
  lastUsedAt: string | null
  /** null: not disabled. */
  disabledAt: string | null
  /** null: not revoked. Final once set. */
  revokedAt: string | null
  revokedReason: string | null
  /** null: never part of a rotation. */
  rotation: Rotation | null
  /** Set where something else manages this key, which makes it read-only in the UI. */
  managedBy: ManagedBy | null
  /** Grows with every change; the ETag. */
  version: number
}

export interface RateLimit {
  /** Requests allowed at once, and then per window: a burst of `limit`, then one each `windowSeconds / limit`. */
  limit: number
  windowSeconds: number
}

export interface Actor {
  id: string
  name?: string | undefined
}

export interface Rotation {
  /** The key that this one replaced. */
  replacesId?: string | undefined
  /** The key that replaced this one. */
  replacedById?: string | undefined
  /** Until when a replaced key still works; never later than its own `expiresAt`. */
  overlapEndsAt?: string | undefined
}

export interface ManagedBy {
  name: string
  url?: string | undefined
}

export const rateLimitSchema = v.strictObject({
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  windowSeconds: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(86_400)),
})

export const actorSchema = v.object({ id: v.string(), name: v.optional(v.string()) })

/** Reads a key from a response. Fields that a newer server adds are dropped, not refused. */
export const apiKeySchema = v.object({
  id: v.string(),
  consumerId: v.string(),
  name: v.string(),
  description: v.nullable(v.string()),
  environment: v.picklist(environments),
  prefix: v.string(),
  start: v.string(),
  end: v.string(),
  scopes: v.array(v.string()),
  ipAllowlist: v.array(v.string()),
  rateLimit: v.nullable(v.object({ limit: v.number(), windowSeconds: v.number() })),
  createdAt: v.string(),
  updatedAt: v.string(),
  createdBy: v.nullable(actorSchema),
  expiresAt: v.nullable(v.string()),
  lastUsedAt: v.nullable(v.string()),
  disabledAt: v.nullable(v.string()),
  revokedAt: v.nullable(v.string()),
  revokedReason: v.nullable(v.string()),
  rotation: v.nullable(
    v.object({
      replacesId: v.optional(v.string()),
      replacedById: v.optional(v.string()),
      overlapEndsAt: v.optional(v.string()),
    }),
  ),
  managedBy: v.nullable(v.object({ name: v.string(), url: v.optional(v.string()) })),
  version: v.number(),
}) satisfies v.GenericSchema<unknown, ApiKey>
