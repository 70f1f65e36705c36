import type { ApiKey } from '../contract/index.js'
import { explainRefusal } from './explain-refusal.js'
import { createKeyCache } from './key-cache.js'
import { requireOperation } from './require-operation.js'
import { type SecretErrand, takeSecret } from './take-secret.js'
import type { ApiKeySource } from './use-api-key-source.js'

export interface RotateVariables {
  id: string
  /** How long the old key still works; 0 revokes it at once. */
  overlapSeconds: number
}

export interface RotatedKeys {
  key: ApiKey
  /** The key that was replaced; works until its overlap ends. */
  previous: ApiKey
}

/** Replaces a key by a successor, whose secret goes through the door. */
export async function rotateKey(
  source: ApiKeySource,
  errand: SecretErrand<RotateVariables>,
  input: RotateVariables,
): Promise<RotatedKeys> {
  const cache = createKeyCache(source)
  const { id, overlapSeconds } = input
  try {
    const rotate = requireOperation(source.client, 'rotate')
    const act = {
      origin: 'rotate',
      name: cache.find(id)?.name ?? null,
      input: { id, overlapSeconds },
    } as const
    const { key, previous } = await takeSecret(errand, act, (_, options) =>
      rotate(id, { overlapSeconds }, options),
    )
    const rotated = { key, previous: previous ?? key }
    cache.patch(rotated.previous)
    cache.insert(key, errand.now())
    return rotated
  } catch (error) {
    throw (await explainRefusal(source, id, error)).error
  } finally {
    void cache.refresh()
  }
}
