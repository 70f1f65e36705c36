import type { ApiKey, UpdateInput } from '../contract/index.js'

/**
 * How a key will look if the server agrees. Enabling is among it, because it undoes; disabling and the end of an
 * overlap are not: they say that something stopped working, which only the server can say.
 */
export function toOptimisticKey(key: ApiKey, patch: UpdateInput): ApiKey {
  const { name, description, expiresAt, scopes, ipAllowlist, rateLimit, enabled } = patch
  return {
    ...key,
    ...(name !== undefined && { name: name.normalize('NFC').trim() }),
    ...(description !== undefined && { description }),
    ...(expiresAt !== undefined && { expiresAt }),
    ...(scopes !== undefined && { scopes }),
    ...(ipAllowlist !== undefined && { ipAllowlist }),
    ...(rateLimit !== undefined && { rateLimit }),
    ...(enabled && { disabledAt: null }),
  }
}
