import { keyOf } from './api-key-queries.js'
import type { ApiKeySource } from './use-api-key-source.js'

/**
 * How a write is a mutation of TanStack Query. Nothing is kept after it is over, nothing is repeated without a person,
 * and nothing waits for the network. `throwOnError` is said because a host's defaults could say otherwise.
 */
export function actOptions(source: ApiKeySource, name: string) {
  return {
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    throwOnError: false,
    mutationKey: [...keyOf(source), name],
  } as const
}
