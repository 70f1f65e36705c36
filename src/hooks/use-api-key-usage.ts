'use client'

import { type UseQueryResult, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { LatchkeyError } from '../client/index.js'
import type { Usage } from '../contract/index.js'
import { apiKeyQueries } from './api-key-queries.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useHydrated } from './use-hydrated.js'

export interface UseApiKeyUsageOptions extends ApiKeySourceOptions {
  /** How far back, in days, 1–90. @default 30 */
  days?: number | undefined
  /** false: not asked. @default true */
  enabled?: boolean | undefined
}

/** How often keys were used, day by day: one request for a whole page of keys, in whichever order they stand. */
export function useApiKeyUsage(
  ids: readonly string[],
  options: UseApiKeyUsageOptions = {},
): UseQueryResult<Usage, LatchkeyError> {
  const { days, enabled = true } = options
  const source = useApiKeySource(options)
  const sorted = useMemo(() => [...ids].sort(), [ids])
  const isLive = useHydrated()
  return useQuery(
    {
      ...apiKeyQueries.usage(source, sorted, days),
      enabled: isLive && enabled && ids.length > 0 && source.client.usage !== undefined,
    },
    source.queryClient,
  )
}
