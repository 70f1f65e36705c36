'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import { actOptions } from './act-options.js'
import { type KnownQueries, knownQueries } from './known-queries.js'
import { type Acts, lateActs } from './late-acts.js'
import type { ApiKeySource } from './use-api-key-source.js'

/**
 * One write as TanStack Query has it. What it does to the cache is part of `perform`: the cache of the consumer for whom
 * it was asked, of which it is told what was in it then.
 */
export function useAct<V, D>(
  name: string,
  source: ApiKeySource,
  perform: (acts: Acts, variables: V, known: KnownQueries) => Promise<D>,
): UseMutationResult<D, LatchkeyError, V> {
  return useMutation<D, LatchkeyError, V>(
    {
      ...actOptions(source, name),
      mutationFn: async (variables) => {
        const known = knownQueries(source)
        return perform(await lateActs.load(), variables, known)
      },
    },
    source.queryClient,
  )
}
