import { type ApiKey, type Capabilities, parseInstant, toInstant, toKeyName } from '../../contract/index.js'
import type { ApiKeyClient, CallOptions } from '../api-key-client.js'
import { bulkOneByOne } from '../bulk-one-by-one.js'
import { LatchkeyError } from '../latchkey-error.js'
import { refuseForeignFields } from '../refuse-foreign-fields.js'
import { toKeyPage } from '../to-key-page.js'
import { askBetterAuth } from './ask-better-auth.js'
import type { BetterAuthWithApiKeys } from './better-auth-api-keys.js'
import { betterAuthCreated, betterAuthKey, fromBetterAuthKey } from './better-auth-key.js'
import { listAllBetterAuthKeys } from './list-all-better-auth-keys.js'

export interface BetterAuthKeysOptions {
  /** Which of the plugin's configurations. @default the one called `default`, and for a list all of them */
  configId?: string | undefined
  /**
   * Whose keys the configuration makes, as it says in its own `references`. For an organisation's, `consumerId` of the
   * component is the organisation's id. @default 'user'
   */
  references?: 'user' | 'organization' | undefined
  /** Whether your keys have permissions, which your server gives them: then they are shown. @default false */
  scopes?: boolean | undefined
  /** What the form offers. @default as the plugin: at most 365 days, or never; 90 days are suggested */
  expiry?: Capabilities['expiry'] | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
}

/**
 * Keys that Better Auth's API key plugin keeps, for this UI. The plugin lists, creates, renames, disables and deletes,
 * and changes when a key ends; it has no rotation, no usage and no history, so none of these is there. Revoking deletes:
 * the key is gone from every list. It keeps no versions either, so of two changes at once the later one holds.
 */
export function betterAuthKeys(
  authClient: BetterAuthWithApiKeys,
  options: BetterAuthKeysOptions = {},
): ApiKeyClient {
  const { configId, references = 'user', scopes = false, expiry = pluginExpiry, now = Date.now } = options
  const { apiKey } = authClient
  const config = configId === undefined ? {} : { configId }
  const ownerOf = (consumerId: string | undefined) =>
    references === 'organization' && consumerId !== undefined ? { organizationId: consumerId } : {}
  const capabilities: Capabilities = {
    operations: ['list', 'create', 'get', 'update', 'revoke', 'bulk', 'capabilities'],
    environments: [],
    maxKeys: null,
    expiry,
    rotation: { defaultOverlapSeconds: 0, maxOverlapSeconds: 0 },
    lacks: scopes ? pluginLacks : [...pluginLacks, 'scopes'],
    revocationBoundMs: 0,
  }
  const secondsUntil = (end: string) => Math.max(1, Math.round(((parseInstant(end) ?? 0) - now()) / 1000))

  async function get(id: string, at?: CallOptions): Promise<{ key: ApiKey }> {
    const key = await askBetterAuth(
      (fetchOptions) => apiKey.get({ query: { id, ...config }, fetchOptions }),
      betterAuthKey,
      at?.signal,
    )
    return { key: fromBetterAuthKey(key) }
  }

  const update: NonNullable<ApiKeyClient['update']> = async (id, input, _version, at) => {
    refuseForeignFields(input, ['name', 'enabled', 'expiresAt'], 'Better Auth')
    const { name, enabled, expiresAt } = input
    const change = {
      ...(name !== undefined && { name: toKeyName(name) }),
      ...(enabled !== undefined && { enabled }),
      ...(expiresAt !== undefined && { expiresIn: expiresAt === null ? null : secondsUntil(expiresAt) }),
    }
    const key = await askBetterAuth(
      (fetchOptions) => apiKey.update({ keyId: id, ...change, ...config, fetchOptions }),
      betterAuthKey,
      at?.signal,
    )
    return { key: fromBetterAuthKey(key) }
  }

  // The plugin has no place for a reason.
  const revoke: NonNullable<ApiKeyClient['revoke']> = async (id, _input, at) => {
    const { key } = await get(id, at)
    await askBetterAuth(
      (fetchOptions) => apiKey.delete({ keyId: id, ...config, fetchOptions }),
      (answer) => answer,
      at?.signal,
    )
    return { key: { ...key, revokedAt: toInstant(now()) } }
  }

  return {
    backend: configId === undefined ? 'better-auth' : `better-auth:${configId}`,
    async list({ consumerId, ...query }, at) {
      const whose = { ...config, ...ownerOf(consumerId) }
      const keys = await listAllBetterAuthKeys(authClient, whose, at?.signal)
      refuseOthersKeys(keys, consumerId)
      return toKeyPage(keys, query, now())
    },
    async create(input, at) {
      refuseForeignFields(input, ['consumerId', 'name', 'expiresAt'], 'Better Auth')
      const { consumerId, name, expiresAt } = input
      const wanted = {
        name: toKeyName(name),
        ...(expiresAt && { expiresIn: secondsUntil(expiresAt) }),
        ...config,
        ...ownerOf(consumerId),
      }
      const { key: secret, ...key } = await askBetterAuth(
        (fetchOptions) => apiKey.create({ ...wanted, fetchOptions }),
        betterAuthCreated,
        at?.signal,
      )
      return { key: fromBetterAuthKey(key), secret }
    },
    get,
    update,
    revoke,
    bulk: ({ action, ids }, at = {}) =>
      bulkOneByOne(ids, at, (id) =>
        action === 'revoke' ? revoke(id, {}) : update(id, { enabled: action === 'enable' }, 1),
      ),
    capabilities: async () => capabilities,
    toSearch: (typed) => typed.replace(secretShape, (secret) => secret.slice(0, startLength)),
  }
}

/** A person's own keys are the session's, whoever the component was told: another's must not stand under that name. */
function refuseOthersKeys(keys: readonly ApiKey[], consumerId: string | undefined): void {
  if (consumerId === undefined || keys.every((key) => key.consumerId === consumerId)) return
  throw new LatchkeyError(
    'forbidden',
    'Latchkey: Better Auth answered keys of somebody else than consumerId names. They are not shown, because they would stand under the wrong name. Leave consumerId out for a person’s own keys, or say references: "organization".',
  )
}

/** `keyExpiration` of the plugin, where nobody sets it. */
const pluginExpiry: Capabilities['expiry'] = {
  defaultSeconds: 90 * 86_400,
  maxSeconds: 365 * 86_400,
  allowNever: true,
}

/**
 * `revoked`: such a key is gone from its lists. `updatedAt`: each use of a key counts as a change of it there.
 * `usualRateLimit`: a key without a limit of its own has none.
 */
const pluginLacks = [
  'description',
  'environment',
  'ipAllowlist',
  'usualRateLimit',
  'updatedAt',
  'disabledAt',
  'rotating',
  'revoked',
]

/** `charactersLength` of the plugin, where nobody sets it. */
const startLength = 6

/** Longer than any name that the plugin takes, and shorter than any key that it makes, where nobody sets either. */
const secretShape = /[A-Za-z0-9_-]{33,}/g
