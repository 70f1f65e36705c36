import { LatchkeyError } from '../client/index.js'
import type { ApiKey, UpdateInput } from '../contract/index.js'
import { assertOnline } from './assert-online.js'
import { explainRefusal } from './explain-refusal.js'
import { createKeyCache } from './key-cache.js'
import { requireOperation } from './require-operation.js'
import { toOptimisticKey } from './to-optimistic-key.js'
import type { ApiKeySource } from './use-api-key-source.js'

export interface UpdateVariables {
  id: string
  patch: UpdateInput
  /** The version that the person saw. @default the one in the cache */
  version?: number | undefined
}

/**
 * Changes a key. What can be taken back is shown at once and rolled back where the server refuses. Somebody else's
 * change in between gives `version_conflict`, and the list is asked again.
 */
export async function updateKey(
  source: ApiKeySource,
  { id, patch, version }: UpdateVariables,
): Promise<ApiKey> {
  const { client } = source
  const cache = createKeyCache(source)
  // A list that is still on its way would bring the old words back.
  await cache.stopLists()
  const before = cache.find(id)
  if (before) cache.patch(toOptimisticKey(before, patch))
  try {
    assertOnline()
    const update = requireOperation(client, 'update')
    const { key } = await update(id, patch, version ?? (await versionOf()))
    cache.patch(key)
    return key
  } catch (error) {
    // Unless a newer version came meanwhile, which is right where this one is not.
    if (before && cache.find(id)?.version === before.version) cache.patch(before)
    throw await explainRefusal(source, id, error)
  } finally {
    void cache.refresh()
  }

  async function versionOf(): Promise<number> {
    const known = before ?? (await client.get?.(id))?.key
    if (known) return known.version
    throw new LatchkeyError('version_required', 'Latchkey: read the key first, or say which version you saw.')
  }
}
