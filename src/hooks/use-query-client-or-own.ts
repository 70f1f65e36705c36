'use client'

import { QueryClient, QueryClientContext } from '@tanstack/react-query'
import { useContext, useEffect, useState } from 'react'

/**
 * The client that was given, else the host's, else a private one. Nobody's defaults are touched: what this package
 * needs is said query by query.
 */
export function useQueryClientOrOwn(given: QueryClient | undefined): QueryClient {
  const host = useContext(QueryClientContext)
  const [own] = useState(lazyQueryClient)
  const foreign = given ?? host
  const used = foreign ?? own()

  useEffect(() => {
    if (foreign) return
    // What a provider does for its client: without it nothing is asked again after a reconnect.
    const mounted = own()
    mounted.mount()
    return () => mounted.unmount()
  }, [foreign, own])
  return used
}

function lazyQueryClient(): () => QueryClient {
  let client: QueryClient | undefined
  return () => {
    client ??= new QueryClient()
    return client
  }
}
