import { LatchkeyError, toLatchkeyError } from '../client/index.js'
import { createKeyCache } from './key-cache.js'
import type { ApiKeySource } from './use-api-key-source.js'

/**
 * Why a key did not do what was asked of it. Where somebody else revoked it meanwhile, that is the reason, whatever
 * rule the server named: the row learns it at once, and the error is `key_revoked`.
 */
export async function explainRefusal(source: ApiKeySource, id: string, thrown: unknown): Promise<unknown> {
  const error = toLatchkeyError(thrown)
  if (!refusals.has(error.code)) return thrown
  const key = await source.client.get?.(id).then(
    (answer) => answer.key,
    () => null,
  )
  if (!key) return thrown
  createKeyCache(source).patch(key)
  if (key.revokedAt === null) return thrown
  const { status, requestId } = error
  return new LatchkeyError('key_revoked', 'Latchkey: somebody revoked this key meanwhile.', {
    status,
    requestId,
  })
}

const refusals = new Set(['key_not_rotatable', 'key_not_updatable', 'version_conflict'])
