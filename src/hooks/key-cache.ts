import type { ListKeys } from '../client/index.js'
import { type ApiKey, deriveStatus, type KeyPage } from '../contract/index.js'
import { apiKeyQueries, keyOf, kindOf, type ListParams } from './api-key-queries.js'
import { findKnownKey } from './find-known-key.js'
import { knownQueries } from './known-queries.js'
import type { ApiKeySource } from './use-api-key-source.js'

/** Writes what a mutation learned into every cached page, so that rows change before the list is asked again. */
export interface KeyCache {
  find(id: string): ApiKey | undefined
  /** Puts a changed key where it is; ignores one that is nowhere. */
  patch(key: ApiKey): void
  /** Puts a new key on top of the pages where the server would list it. */
  insert(key: ApiKey, now: number): void
  /** Calls off lists that are being asked for. */
  stopLists(): Promise<void>
  /** Asks again for whatever of this consumer is on the page, but for what no write changes. */
  refresh(): Promise<void>
}

export function createKeyCache(of: ApiKeySource): KeyCache {
  const { queryClient } = of
  const lists = { queryKey: [...keyOf(of), 'list'] }
  const detailKey = (id: string) => apiKeyQueries.detail(of, id).queryKey
  return {
    find: (id) => findKnownKey(knownQueries(of), id),
    patch(key) {
      queryClient.setQueriesData<KeyPage>(lists, (page) => page && replaceKey(page, key))
      queryClient.setQueryData<ApiKey>(detailKey(key.id), (known) => known && key)
    },
    insert(key, now) {
      for (const [queryKey, page] of queryClient.getQueriesData<KeyPage>(lists)) {
        // `apiKeyQueries.list` alone writes keys of this kind, and ends them with its parameters.
        const params = queryKey.at(-1) as ListParams
        if (page && belongsOnTop(key, params, now)) {
          queryClient.setQueryData<KeyPage>(queryKey, insertKey(page, key, now, params.limit))
        }
      }
    },
    stopLists: () => queryClient.cancelQueries(lists),
    refresh: () =>
      queryClient.invalidateQueries({
        queryKey: keyOf(of),
        predicate: ({ queryKey }) => !unchanged.some((kind) => kind === kindOf(queryKey)),
      }),
  }
}

const unchanged = ['scopes', 'capabilities', 'usage']

/** The same object where nothing changes, so that nothing renders again. */
function replaceKey(page: KeyPage, key: ApiKey): KeyPage {
  if (!page.keys.some(({ id }) => id === key.id)) return page
  return { ...page, keys: page.keys.map((known) => (known.id === key.id ? key : known)) }
}

/** Only the first page in the order of creation: elsewhere the server knows better, and it is asked right after. */
function belongsOnTop(key: ApiKey, params: ListKeys, now: number): boolean {
  const { cursor, search, status, sort = '-createdAt' } = params
  if (cursor || search || sort !== '-createdAt') return false
  return !status?.length || status.includes(deriveStatus(key, now))
}

function insertKey(page: KeyPage, key: ApiKey, now: number, limit = 25): KeyPage {
  if (page.keys.some(({ id }) => id === key.id)) return replaceKey(page, key)
  const status = deriveStatus(key, now)
  const { counts } = page
  return {
    keys: [key, ...page.keys].slice(0, limit),
    page: { ...page.page, total: page.page.total + 1 },
    counts: { ...counts, [status]: counts[status] + 1, total: counts.total + 1 },
  }
}
