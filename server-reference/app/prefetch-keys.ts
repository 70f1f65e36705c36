import { type DehydratedState, dehydrate, QueryClient } from '@tanstack/react-query'
import { createFetchClient } from 'latchkey/client'
import { apiKeyQueries } from 'latchkey/queries'
import { headers } from 'next/headers'
import { environment } from './environment.ts'
import { keyHandlers } from './key-handlers.ts'
import { keysBaseUrl } from './keys-base-url.ts'

/**
 * The first page of keys and what may be done with them, for the person whose page is rendered. What fails is left
 * out: the browser asks for it again.
 *
 * @param consumerId absent: the person's default consumer
 */
export async function prefetchKeys(consumerId?: string): Promise<DehydratedState> {
  const cookie = (await headers()).get('cookie') ?? ''
  const client = createFetchClient({
    baseUrl: keysBaseUrl,
    headers: { cookie },
    // In this process, as if it came over the network: the same session, rules and answers.
    fetch: (url, init) => keyHandlers.GET(new Request(new URL(String(url), environment.origin), init)),
  })
  const queryClient = new QueryClient()
  const of = { client, consumerId }
  // A page that waits for tries would be there later than one without keys.
  const once = { retry: false } as const
  await Promise.all([
    queryClient.prefetchQuery({ ...apiKeyQueries.list(of), ...once }),
    queryClient.prefetchQuery({ ...apiKeyQueries.capabilities(of), ...once }),
    queryClient.prefetchQuery({ ...apiKeyQueries.scopes(of), ...once }),
  ])
  return dehydrate(queryClient)
}
