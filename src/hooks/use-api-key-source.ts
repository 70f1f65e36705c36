'use client'

import type { QueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type ApiKeyClient, createFetchClient } from '../client/index.js'
import { useQueryClientOrOwn } from './use-query-client-or-own.js'

/** Where keys come from. Every hook takes these. */
export interface ApiKeySourceOptions {
  /** Any backend. Without one, `baseUrl` is asked over HTTP. */
  client?: ApiKeyClient | undefined
  /** Where the handler is mounted. @default '/api/keys' */
  baseUrl?: string | undefined
  /** Whose keys. Absent: the signed-in person's default consumer, which the server decides. */
  consumerId?: string | undefined
  /** @default the nearest provider's, else a private one */
  queryClient?: QueryClient | undefined
}

export interface ApiKeySource {
  client: ApiKeyClient
  consumerId: string | undefined
  queryClient: QueryClient
}

export function useApiKeySource(options: ApiKeySourceOptions): ApiKeySource {
  const { client: given, baseUrl = '/api/keys', consumerId } = options
  const queryClient = useQueryClientOrOwn(options.queryClient)
  const client = useMemo(() => given ?? createFetchClient({ baseUrl }), [given, baseUrl])
  return useMemo(() => ({ client, consumerId, queryClient }), [client, consumerId, queryClient])
}
