'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { KeyPage } from '../contract/index.js'
import { apiKeyQueries, type ListParams } from './api-key-queries.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useHydrated } from './use-hydrated.js'
import type { SeedOptions } from './use-seed.js'

/** How often to look while a replaced key still works: that is when people wait for its last request. */
const rotatingIntervalMs = 30_000

/** One page of keys, as the server lists them. */
export function useApiKeysQuery(
  params: ListParams = {},
  options: ApiKeySourceOptions & Pick<SeedOptions, 'initialData' | 'initialDataUpdatedAt'> = {},
): UseQueryResult<KeyPage, LatchkeyError> {
  const source = useApiKeySource(options)
  const { initialData, initialDataUpdatedAt } = options
  return useQuery(
    {
      ...apiKeyQueries.list(source, params),
      ...(initialData && { initialData }),
      ...(initialDataUpdatedAt !== undefined && { initialDataUpdatedAt }),
      refetchInterval: ({ state }) => ((state.data?.counts.rotating ?? 0) > 0 ? rotatingIntervalMs : false),
      enabled: useHydrated(),
      // "The default consumer" is whoever is signed in: nothing of it may outlive the page it was shown on (UI-12).
      ...(source.consumerId === undefined && { gcTime: 0 }),
    },
    source.queryClient,
  )
}
