import { type InfiniteData, infiniteQueryOptions, type QueryKey, queryOptions } from '@tanstack/react-query'
import type { ApiKeyClient, LatchkeyError, ListKeys } from '../client/index.js'
import type { ActivityPage, ApiKey, Capabilities, KeyPage, ScopeCatalogue, Usage } from '../contract/index.js'
import { requireOperation } from './require-operation.js'

/** Whose keys, from which backend: what every query is told apart by. */
export interface KeysOf {
  client: ApiKeyClient
  /** Absent: the signed-in person's default consumer. */
  consumerId?: string | undefined
}

export type ListParams = Omit<ListKeys, 'consumerId'>

const staleTime = 30_000
/** What a server supports and grants changes with its deployment, not with the minute. */
const policyStaleTime = 300_000

/**
 * What this package keeps in a query cache, for a host that wants to prefetch or to invalidate. No secret is ever
 * among it. `all(consumerId)` matches everything of one consumer.
 */
export const apiKeyQueries = {
  all: (consumerId?: string) => ({ queryKey: ['latchkey', consumerId ?? null] as const }),

  list: (of: KeysOf, params: ListParams = {}) =>
    queryOptions<KeyPage, LatchkeyError>({
      ...shared,
      queryKey: [...keyOf(of), 'list', params],
      queryFn: ({ signal }) => of.client.list({ consumerId: of.consumerId, ...params }, { signal }),
      staleTime,
      // Another page or search dims the rows instead of taking them away; another consumer's rows never stay.
      placeholderData: (previous, query) => (query && isOf(query.queryKey, of) ? previous : undefined),
    }),

  detail: (of: KeysOf, id: string) =>
    queryOptions<ApiKey, LatchkeyError>({
      ...shared,
      queryKey: [...keyOf(of), 'detail', id],
      queryFn: async ({ signal }) => (await requireOperation(of.client, 'get')(id, { signal })).key,
      staleTime,
    }),

  usage: (of: KeysOf, ids: readonly string[], days = 30) =>
    queryOptions<Usage, LatchkeyError>({
      ...shared,
      queryKey: [...keyOf(of), 'usage', ids, days],
      queryFn: ({ signal }) => requireOperation(of.client, 'usage')({ ids, days }, { signal }),
      staleTime: policyStaleTime,
      placeholderData: (previous, query) => (query && isOf(query.queryKey, of) ? previous : undefined),
    }),

  /** All pages of one key's history, one after the other. */
  activity: (of: KeysOf, id: string) =>
    infiniteQueryOptions<
      ActivityPage,
      LatchkeyError,
      InfiniteData<ActivityPage>,
      readonly unknown[],
      string | undefined
    >({
      ...shared,
      queryKey: [...keyOf(of), 'activity', id],
      queryFn: ({ signal, pageParam: cursor }) =>
        requireOperation(of.client, 'activity')(id, { cursor }, { signal }),
      initialPageParam: undefined,
      getNextPageParam: ({ page }) => page.nextCursor ?? undefined,
      staleTime,
    }),

  scopes: (of: KeysOf) =>
    queryOptions<ScopeCatalogue, LatchkeyError>({
      ...shared,
      queryKey: [...keyOf(of), 'scopes'],
      queryFn: ({ signal }) =>
        requireOperation(of.client, 'scopes')({ consumerId: of.consumerId }, { signal }),
      staleTime: policyStaleTime,
    }),

  capabilities: (of: KeysOf) =>
    queryOptions<Capabilities, LatchkeyError>({
      ...shared,
      queryKey: [...keyOf(of), 'capabilities'],
      queryFn: ({ signal }) =>
        requireOperation(of.client, 'capabilities')({ consumerId: of.consumerId }, { signal }),
      staleTime: policyStaleTime,
    }),
}

/** Above every key of one consumer at one backend. */
export function keyOf({ client, consumerId }: KeysOf): readonly [...QueryKey] {
  return [...apiKeyQueries.all(consumerId).queryKey, client.backend ?? '']
}

/** What a query is about: the part after the package, the consumer and the backend. */
export function kindOf(queryKey: QueryKey): unknown {
  return queryKey[3]
}

function isOf(queryKey: QueryKey, of: KeysOf): boolean {
  return keyOf(of).every((part, index) => queryKey[index] === part)
}

/** Again only where another try may help; a refusal stays one, and after a 429 a person decides. */
const worthRetrying = new Set(['store_unavailable', 'internal_error', 'timeout'])

const shared = {
  retry: (failures: number, error: LatchkeyError) => failures < 2 && worthRetrying.has(error.code),
  throwOnError: false,
  meta: { persist: false },
} as const
