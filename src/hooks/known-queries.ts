import type { QueryKey } from '@tanstack/react-query'
import { keyOf } from './api-key-queries.js'
import type { ApiKeySource } from './use-api-key-source.js'

/** What the cache has of one consumer, as it was when somebody looked: what comes later changes nothing in it. */
export type KnownQueries = readonly [QueryKey, unknown][]

export function knownQueries(of: ApiKeySource): KnownQueries {
  return of.queryClient.getQueriesData({ queryKey: keyOf(of) })
}
