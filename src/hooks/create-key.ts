import { toLatchkeyError } from '../client/index.js'
import type { ApiKey, CreateInput } from '../contract/index.js'
import { isUnanswered } from './act-memory.js'
import { createKeyCache } from './key-cache.js'
import { type SecretErrand, takeSecret } from './take-secret.js'
import type { ApiKeySource } from './use-api-key-source.js'

/** Creates a key. Its secret goes through the door; what comes back is without it. */
export async function createKey(
  source: ApiKeySource,
  errand: SecretErrand,
  given: CreateInput,
): Promise<ApiKey> {
  const { client, consumerId } = source
  const cache = createKeyCache(source)
  const input = consumerId === undefined ? given : { consumerId, ...given }
  try {
    const { key } = await takeSecret(errand, { origin: 'create', name: given.name, input }, (options) =>
      client.create(input, options),
    )
    cache.insert(key, errand.now())
    void cache.refresh()
    return key
  } catch (error) {
    // The key may be there all the same: the list is where a person finds out.
    if (isUnanswered(toLatchkeyError(error))) void cache.refresh()
    throw error
  }
}
