import { toLatchkeyError } from '../client/index.js'
import { type ApiKey, type CreateInput, parseInstant } from '../contract/index.js'
import { isUnanswered } from './act-memory.js'
import { createKeyCache } from './key-cache.js'
import { type SecretErrand, takeSecret } from './take-secret.js'
import type { ApiKeySource } from './use-api-key-source.js'

/** Creates a key. Its secret goes through the door; what comes back is without it. */
export async function createKey(
  source: ApiKeySource,
  errand: SecretErrand<CreateInput>,
  given: CreateInput,
): Promise<ApiKey> {
  const { client, consumerId } = source
  const cache = createKeyCache(source)
  const input = consumerId === undefined ? given : { consumerId, ...given }
  try {
    const act = {
      origin: 'create',
      name: given.name,
      input,
      meaning: meaningOf(input, errand.now()),
    } as const
    const { key } = await takeSecret(errand, act, (sent, options) => client.create(sent, options))
    cache.insert(key, errand.now())
    void cache.refresh()
    return key
  } catch (error) {
    // The key may be there all the same: the list is where a person finds out.
    if (isUnanswered(toLatchkeyError(error))) void cache.refresh()
    throw error
  }
}

const dayMs = 86_400_000
/** How old a form's clock may be by the time it is sent. */
const toleratedMs = 120_000

/**
 * An end in so many days is another instant each time, and yet the same wish: a form that is opened again after an
 * answer that never came must not make a second key. null: the end is none of that kind.
 */
function meaningOf(input: CreateInput, nowMs: number): string | null {
  const endMs = parseInstant(input.expiresAt ?? '')
  if (endMs === null) return null
  const leftMs = endMs - nowMs
  const days = Math.round(leftMs / dayMs)
  if (days < 1 || Math.abs(leftMs - days * dayMs) > toleratedMs) return null
  return JSON.stringify({ ...input, expiresAt: days })
}
