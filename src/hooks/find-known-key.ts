import type { ApiKey, KeyPage } from '../contract/index.js'
import { kindOf } from './api-key-queries.js'
import type { KnownQueries } from './known-queries.js'

/** The newest version of a key among what the cache has. */
export function findKnownKey(known: KnownQueries, id: string): ApiKey | undefined {
  return known
    .flatMap(([queryKey, data]) => keysIn(kindOf(queryKey), data))
    .filter((key) => key.id === id)
    .reduce<ApiKey | undefined>(newer, undefined)
}

/** `apiKeyQueries` alone writes what is of these kinds; undefined: nothing came yet. */
function keysIn(kind: unknown, data: unknown): readonly ApiKey[] {
  if (data === undefined) return []
  if (kind === 'list') return (data as KeyPage).keys
  return kind === 'detail' ? [data as ApiKey] : []
}

function newer(known: ApiKey | undefined, key: ApiKey): ApiKey {
  if (!known) return key
  if (known.version !== key.version) return known.version > key.version ? known : key
  // Use is no change, so it has no version: what was told last knows of the latest.
  return (known.lastUsedAt ?? '') >= (key.lastUsedAt ?? '') ? known : key
}
