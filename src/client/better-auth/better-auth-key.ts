import type { ApiKey } from '../../contract/index.js'
import { instant } from '../instant-reader.js'
import { boolean, fields, list, nullable, number, optional, record, text } from '../reader.js'

/** What is needed of the plugin's `ApiKey`; its moments as RFC 3339. */
interface BetterAuthKey {
  id: string
  name?: string | null | undefined
  /** The first characters of the key, its prefix among them. null: the plugin was told to store none. */
  start?: string | null | undefined
  prefix?: string | null | undefined
  referenceId: string
  enabled: boolean
  rateLimitEnabled?: boolean | null | undefined
  rateLimitMax?: number | null | undefined
  /** In milliseconds. */
  rateLimitTimeWindow?: number | null | undefined
  lastRequest?: string | null | undefined
  expiresAt?: string | null | undefined
  createdAt: string
  updatedAt: string
  permissions?: Record<string, string[]> | null | undefined
}

const shape = {
  id: text,
  name: optional(nullable(text)),
  start: optional(nullable(text)),
  prefix: optional(nullable(text)),
  referenceId: text,
  enabled: boolean,
  rateLimitEnabled: optional(nullable(boolean)),
  rateLimitMax: optional(nullable(number)),
  rateLimitTimeWindow: optional(nullable(number)),
  lastRequest: optional(nullable(instant)),
  expiresAt: optional(nullable(instant)),
  createdAt: instant,
  updatedAt: instant,
  permissions: optional(nullable(record(list(text)))),
}

export const betterAuthKey = fields<BetterAuthKey>(shape)
export const betterAuthPage = fields({ apiKeys: list(betterAuthKey) })
/** Only here is `key` the secret; the plugin leaves it out of every other answer. */
export const betterAuthCreated = fields<BetterAuthKey & { key: string }>({ ...shape, key: text })

export function fromBetterAuthKey(key: BetterAuthKey): ApiKey {
  const { id, referenceId, createdAt, updatedAt } = key
  const prefix = key.prefix ?? ''
  return {
    id,
    consumerId: referenceId,
    // The plugin asks for none, unless it is told to. What people can call it by is its id.
    name: key.name || id,
    description: null,
    environment: 'live',
    prefix,
    start: startAfter(prefix, key.start ?? ''),
    end: '',
    scopes: Object.entries(key.permissions ?? {}).flatMap(([resource, actions]) =>
      actions.map((action) => `${resource}:${action}`),
    ),
    ipAllowlist: [],
    rateLimit: rateLimitOf(key),
    createdAt,
    updatedAt,
    createdBy: null,
    expiresAt: key.expiresAt ?? null,
    lastUsedAt: key.lastRequest ?? null,
    // It knows that a key is disabled, and not since when.
    disabledAt: key.enabled ? null : updatedAt,
    revokedAt: null,
    revokedReason: null,
    rotation: null,
    managedBy: null,
    version: 1,
  }
}

/** The plugin counts a prefix among the first characters, so of a key with a long one they can be a part of it alone. */
function startAfter(prefix: string, start: string): string {
  if (prefix.startsWith(start)) return ''
  return start.startsWith(prefix) ? start.slice(prefix.length) : start
}

function rateLimitOf({ rateLimitEnabled, rateLimitMax, rateLimitTimeWindow }: BetterAuthKey) {
  if (!rateLimitEnabled || !rateLimitMax || !rateLimitTimeWindow) return null
  return { limit: rateLimitMax, windowSeconds: Math.max(1, Math.round(rateLimitTimeWindow / 1000)) }
}
