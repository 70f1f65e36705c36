'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import { keyOf } from './api-key-queries.js'
import { type Acts, lateActs } from './late-acts.js'
import type { ApiKeySource } from './use-api-key-source.js'

/**
 * One write as TanStack Query has it. Nothing is kept after it is over, nothing is repeated without a person, and
 * nothing waits for the network. `throwOnError` is said because a host's defaults could say
 * otherwise. What the act does to the cache is part of `perform`: the cache of the consumer for whom it was asked.
 *
 * @param asSeen adds what the person saw when they acted: by the time the code is here, more may have been learned
 */
export function useAct<V, D>(
  name: string,
  source: ApiKeySource,
  perform: (acts: Acts, variables: V) => Promise<D>,
  asSeen: (variables: V) => V = (variables) => variables,
): UseMutationResult<D, LatchkeyError, V> {
  return useMutation<D, LatchkeyError, V>(
    {
      gcTime: 0,
      retry: false,
      networkMode: 'always',
      throwOnError: false,
      mutationKey: [...keyOf(source), name],
      mutationFn: async (variables) => {
        const seen = asSeen(variables)
        return perform(await lateActs.load(), seen)
      },
    },
    source.queryClient,
  )
}
