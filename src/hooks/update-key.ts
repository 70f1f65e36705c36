import { LatchkeyError } from '../client/index.js'
import type { ApiKey, UpdateInput } from '../contract/index.js'
import { assertOnline } from './assert-online.js'
import { explainRefusal } from './explain-refusal.js'
import { findKnownKey } from './find-known-key.js'
import { holdsPatch } from './holds-patch.js'
import { createKeyCache } from './key-cache.js'
import type { KnownQueries } from './known-queries.js'
import { requireOperation } from './require-operation.js'
import { toOptimisticKey } from './to-optimistic-key.js'
import type { ApiKeySource } from './use-api-key-source.js'

export interface UpdateVariables {
  id: string
  patch: UpdateInput
  /** The version that the person saw. @default the newest that is known when this is asked for */
  version?: number | undefined
}

/**
 * Changes a key. What can be taken back is shown at once and rolled back where the server refuses. Somebody else's
 * change in between gives `version_conflict`, and the list is asked again.
 *
 * @param known what was known when somebody acted: by the time this code is here, more may have been learned
 */
export async function updateKey(
  source: ApiKeySource,
  { id, patch, version }: UpdateVariables,
  known: KnownQueries,
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
  } catch (thrown) {
    // Unless a newer version came meanwhile, which is right where this one is not.
    if (before && cache.find(id)?.version === before.version) cache.patch(before)
    const { error, key } = await explainRefusal(source, id, thrown)
    // This very change, whose answer got lost when it was asked for before.
    if (error.code === 'version_conflict' && key && holdsPatch(key, patch)) return key
    throw error
  } finally {
    void cache.refresh()
  }

  async function versionOf(): Promise<number> {
    const key = findKnownKey(known, id) ?? before ?? (await client.get?.(id))?.key
    if (key) return key.version
    throw new LatchkeyError('version_required', 'Latchkey: read the key first, or say which version you saw.')
  }
}
