import { LatchkeyError, toLatchkeyError } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'
import { createKeyCache } from './key-cache.js'
import type { ApiKeySource } from './use-api-key-source.js'

/**
 * Why a key did not do what was asked of it, and how it is by now; null: nobody knows. Where somebody else revoked it
 * meanwhile, that is the reason, whatever rule the server named: the row learns it at once, and the error is
 * `key_revoked`.
 */
export async function explainRefusal(
  source: ApiKeySource,
  id: string,
  thrown: unknown,
): Promise<{ error: LatchkeyError; key: ApiKey | null }> {
  const error = toLatchkeyError(thrown)
  if (!refusals.has(error.code)) return { error, key: null }
  const key =
    (await source.client.get?.(id).then(
      (answer) => answer.key,
      () => null,
    )) ?? null
  if (key) createKeyCache(source).patch(key)
  if (!key?.revokedAt) return { error, key }
  const { status, requestId } = error
  return {
    error: new LatchkeyError('key_revoked', 'Latchkey: somebody revoked this key meanwhile.', {
      status,
      requestId,
    }),
    key,
  }
}

const refusals = new Set(['key_not_rotatable', 'key_not_updatable', 'version_conflict'])
