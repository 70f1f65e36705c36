import type { ApiKey, KeyPage } from '../contract/index.js'
import { apiKeyQueries, keyOf } from './api-key-queries.js'
import type { ApiKeySource } from './use-api-key-source.js'

/** The newest version of a key that is in the cache. */
export function findKnownKey(of: ApiKeySource, id: string): ApiKey | undefined {
  const { queryClient } = of
  const pages = queryClient.getQueriesData<KeyPage>({ queryKey: [...keyOf(of), 'list'] })
  const versions = pages.flatMap(([, page]) => page?.keys ?? []).filter((key) => key.id === id)
  const detail = queryClient.getQueryData<ApiKey>(apiKeyQueries.detail(of, id).queryKey)
  const known = detail ? [...versions, detail] : versions
  return known.reduce<ApiKey | undefined>(newer, undefined)
}

function newer(known: ApiKey | undefined, key: ApiKey): ApiKey {
  if (!known) return key
  if (known.version !== key.version) return known.version > key.version ? known : key
  // Use is no change, so it has no version: what was told last knows of the latest.
  return (known.lastUsedAt ?? '') >= (key.lastUsedAt ?? '') ? known : key
}
