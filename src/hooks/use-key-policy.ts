'use client'

import { useQuery } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { Capabilities, ScopeCatalogue } from '../contract/index.js'
import { apiKeyQueries } from './api-key-queries.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { useHydrated } from './use-hydrated.js'

/** What the server supports and grants. Where it cannot be had, keys are managed without it. */
export interface KeyPolicy {
  /** null: not known yet, or the backend does not say. */
  capabilities: Capabilities | null
  /** `capabilities` may still come. */
  isPending: boolean
  scopes: ScopeChoice
}

export interface ScopeChoice {
  /** null: not known yet, or the backend has no scopes. */
  catalogue: ScopeCatalogue | null
  isPending: boolean
  error: LatchkeyError | null
  refetch(): void
}

export function useKeyPolicy(source: ApiKeySource): KeyPolicy {
  const { client, queryClient } = source
  const isLive = useHydrated()
  const hasScopes = client.scopes !== undefined
  const capabilities = useQuery(
    { ...apiKeyQueries.capabilities(source), enabled: isLive && client.capabilities !== undefined },
    queryClient,
  )
  const scopes = useQuery({ ...apiKeyQueries.scopes(source), enabled: isLive && hasScopes }, queryClient)
  return {
    capabilities: capabilities.data ?? null,
    isPending: client.capabilities !== undefined && capabilities.isPending,
    scopes: {
      catalogue: scopes.data ?? null,
      isPending: hasScopes && scopes.isPending,
      error: scopes.error,
      refetch: () => void scopes.refetch(),
    },
  }
}
