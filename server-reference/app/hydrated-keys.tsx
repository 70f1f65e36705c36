'use client'

import {
  type DehydratedState,
  HydrationBoundary,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { ApiKeyManager, type ApiKeyManagerProps } from 'latchkey'
import { useState } from 'react'
import { keysBaseUrl } from './keys-base-url.ts'

interface HydratedKeysProps extends Pick<ApiKeyManagerProps, 'consumerId' | 'secretTools'> {
  /** What the server has asked for already. */
  state: DehydratedState
}

/** The keys, there from the first paint. Their cache lives as long as the page: nobody's keys outlast it (UI-12). */
export function HydratedKeys({ state, ...props }: HydratedKeysProps) {
  const [queryClient] = useState(() => new QueryClient())
  return (
    <QueryClientProvider client={queryClient}>
      <HydrationBoundary state={state}>
        <ApiKeyManager baseUrl={keysBaseUrl} {...props} />
      </HydrationBoundary>
    </QueryClientProvider>
  )
}
