import { type Capabilities, parseInstant, toDescription, toKeyName } from '../../contract/index.js'
import type { ApiKeyClient } from '../api-key-client.js'
import { bulkOneByOne } from '../bulk-one-by-one.js'
import { LatchkeyError } from '../latchkey-error.js'
import { refuseForeignFields } from '../refuse-foreign-fields.js'
import { toKeyPage } from '../to-key-page.js'
import { askClerk } from './ask-clerk.js'
import type { ClerkWithApiKeys } from './clerk-api-keys.js'
import { clerkKey, clerkPrefix, fromClerkKey } from './clerk-key.js'
import { listAllClerkKeys } from './list-all-clerk-keys.js'

export interface ClerkKeysOptions {
  /** Whether your keys have scopes, which a server of yours gives them: then they are shown. @default false */
  scopes?: boolean | undefined
  /** Names the person who made a key, by the id that Clerk gives. @default by that id, in the details alone */
  nameOf?: ((userId: string) => string | undefined) | undefined
  /** What the form offers; Clerk itself takes any end. @default 90 days suggested, no longest, never allowed */
  expiry?: Capabilities['expiry'] | undefined
  /** How many keys of one subject are sorted, searched and counted here, after fetching all of them. @default 2000 */
  maxKeys?: number | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
}

/**
 * Keys that Clerk keeps, for this UI. `consumerId` is Clerk's subject, a user's or an organisation's id; give it to the
 * component, so that a change of organisation is a change of keys. Clerk lists, creates and revokes; it has no rotation,
 * no changes, no usage and no history, and shows nothing of a key's characters, so none of these is there.
 */
export function clerkKeys(clerk: ClerkWithApiKeys, options: ClerkKeysOptions = {}): ApiKeyClient {
  const { scopes = false, nameOf = nobody, expiry = anyExpiry, maxKeys = 2000, now = Date.now } = options
  const capabilities: Capabilities = {
    operations: ['list', 'create', 'revoke', 'bulk', 'capabilities'],
    environments: [],
    maxKeys: null,
    expiry,
    rotation: { defaultOverlapSeconds: 0, maxOverlapSeconds: 0 },
    lacks: scopes ? clerkLacks : [...clerkLacks, 'scopes'],
    revocationBoundMs: 0,
  }
  const revoke: NonNullable<ApiKeyClient['revoke']> = async (id, { reason }, at) => {
    const params = { apiKeyID: id, ...(reason !== undefined && { revocationReason: reason }) }
    const key = await askClerk(clerk, (apiKeys) => apiKeys.revoke(params), clerkKey, at?.signal)
    return { key: fromClerkKey(key, nameOf) }
  }
  return {
    backend: 'clerk',
    async list({ consumerId, ...query }, at) {
      const keys = await listAllClerkKeys(clerk, { subject: consumerId, maxKeys, nameOf }, at?.signal)
      return toKeyPage(keys, query, now())
    },
    async create(input, at) {
      refuseForeignFields(input, ['consumerId', 'name', 'description', 'expiresAt'], 'Clerk')
      const { consumerId, name, description, expiresAt } = input
      const endMs = expiresAt ? parseInstant(expiresAt) : null
      const params = {
        name: toKeyName(name),
        ...(consumerId !== undefined && { subject: consumerId }),
        ...(description && { description: toDescription(description) }),
        ...(endMs !== null && { secondsUntilExpiration: Math.max(1, Math.round((endMs - now()) / 1000)) }),
      }
      const { secret, ...key } = await askClerk(
        clerk,
        (apiKeys) => apiKeys.create(params),
        clerkKey,
        at?.signal,
      )
      return { key: fromClerkKey(key, nameOf), secret: secret ?? null }
    },
    revoke,
    async bulk({ action, ids }, at = {}) {
      if (action !== 'revoke') {
        throw new LatchkeyError('method_not_allowed', 'Latchkey: Clerk neither disables nor enables keys.')
      }
      return bulkOneByOne(ids, at, (id) => revoke(id, {}))
    },
    capabilities: async () => capabilities,
    toSearch: (typed) => typed.replace(secretShape, `${clerkPrefix}…`),
  }
}

const nobody = () => undefined

const anyExpiry: Capabilities['expiry'] = {
  defaultSeconds: 90 * 86_400,
  maxSeconds: null,
  allowNever: true,
}

/** `expired`, `revoked`: such keys leave Clerk's lists. */
const clerkLacks = [
  'key',
  'environment',
  'ipAllowlist',
  'rateLimit',
  'rotating',
  'disabled',
  'expired',
  'revoked',
]

const secretShape = /ak_[A-Za-z0-9_-]{8,}/g
