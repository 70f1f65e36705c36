import type { ApiKey } from '../../contract/index.js'
import { instant } from '../instant-reader.js'
import { boolean, fields, list, nullable, optional, text } from '../reader.js'

/** What is needed of Clerk's `APIKeyResource`; its moments as RFC 3339. */
interface ClerkKey {
  id: string
  name: string
  subject: string
  description?: string | null | undefined
  scopes?: string[] | null | undefined
  revoked: boolean
  revocationReason?: string | null | undefined
  expiration?: string | null | undefined
  createdBy?: string | null | undefined
  lastUsedAt?: string | null | undefined
  createdAt: string
  updatedAt: string
  /** In the answer of `create` alone. */
  secret?: string | null | undefined
}

export const clerkKey = fields<ClerkKey>({
  id: text,
  name: text,
  subject: text,
  description: optional(nullable(text)),
  scopes: optional(nullable(list(text))),
  revoked: boolean,
  revocationReason: optional(nullable(text)),
  expiration: optional(nullable(instant)),
  createdBy: optional(nullable(text)),
  lastUsedAt: optional(nullable(instant)),
  createdAt: instant,
  updatedAt: instant,
  secret: optional(nullable(text)),
})

/** The name of a person, by the id that Clerk gives; undefined: not known. */
export type NameOf = (userId: string) => string | undefined

/** Every secret of Clerk's begins so. Nothing else of one is ever told again. */
export const clerkPrefix = 'ak_'

/** Fields that Clerk has, whatever a key of its own says in them. Everything else is in `clerkLacks`. */
export function fromClerkKey(key: ClerkKey, nameOf: NameOf): ApiKey {
  const { id, name, subject, createdAt, updatedAt } = key
  return {
    id,
    consumerId: subject,
    name,
    description: key.description || null,
    environment: 'live',
    prefix: clerkPrefix,
    start: '',
    end: '',
    scopes: key.scopes ?? [],
    ipAllowlist: [],
    rateLimit: null,
    createdAt,
    updatedAt,
    createdBy: key.createdBy ? { id: key.createdBy, name: nameOf(key.createdBy) } : null,
    expiresAt: key.expiration ?? null,
    lastUsedAt: key.lastUsedAt ?? null,
    disabledAt: null,
    // Nothing changes a revoked key any more, so its last change is that it was revoked.
    revokedAt: key.revoked ? updatedAt : null,
    revokedReason: key.revocationReason || null,
    rotation: null,
    managedBy: null,
    version: 1,
  }
}
