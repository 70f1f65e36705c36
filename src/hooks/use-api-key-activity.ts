'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { ActivityEvent } from '../contract/index.js'
import { apiKeyQueries } from './api-key-queries.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useHydrated } from './use-hydrated.js'

/** What happened to a key, the newest first. */
export interface ApiKeyActivity {
  /** Those that were read so far. */
  events: readonly ActivityEvent[]
  /** The backend tells nothing of the kind. */
  isUnsupported: boolean
  /** Nothing is there yet, and it is on its way. */
  isPending: boolean
  error: LatchkeyError | null
  hasMore: boolean
  isLoadingMore: boolean
  loadMore(): void
  refetch(): void
}

/** @param id of the key; null: none, and nothing is asked */
export function useApiKeyActivity(id: string | null, options: ApiKeySourceOptions = {}): ApiKeyActivity {
  const source = useApiKeySource(options)
  const isUnsupported = source.client.activity === undefined
  const enabled = id !== null && !isUnsupported
  const isLive = useHydrated()
  const query = useInfiniteQuery(
    { ...apiKeyQueries.activity(source, id ?? ''), enabled: isLive && enabled },
    source.queryClient,
  )
  return {
    events: query.data?.pages.flatMap(({ events }) => events) ?? none,
    isUnsupported,
    isPending: enabled && query.isPending,
    error: query.error,
    hasMore: query.hasNextPage,
    isLoadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    refetch: () => void query.refetch(),
  }
}

const none: readonly ActivityEvent[] = []
