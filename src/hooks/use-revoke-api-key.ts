'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'
import { keyOf } from './api-key-queries.js'
import { assertOnline } from './assert-online.js'
import { createKeyCache } from './key-cache.js'
import { mutationPolicy } from './mutation-policy.js'
import { requireOperation } from './require-operation.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'

export interface UseRevokeApiKeyOptions extends ApiKeySourceOptions {
  onRevoked?: ((key: ApiKey) => void) | undefined
}

export interface RevokeVariables {
  id: string
  /** Kept with the key, for whoever asks later. */
  reason?: string | undefined
}

/** Revokes a key, for good. Never optimistic: nothing says "revoked" before the server did. */
export function useRevokeApiKey(
  options: UseRevokeApiKeyOptions = {},
): UseMutationResult<ApiKey, LatchkeyError, RevokeVariables> {
  const source = useApiKeySource(options)
  const { client, queryClient } = source
  const cache = createKeyCache(queryClient, source)
  return useMutation<ApiKey, LatchkeyError, RevokeVariables>(
    {
      ...mutationPolicy,
      mutationKey: [...keyOf(source), 'revoke'],
      mutationFn: async ({ id, reason }) => {
        assertOnline()
        const answer = await requireOperation(client, 'revoke')(id, reason === undefined ? {} : { reason })
        return answer.key
      },
      onSuccess: (key) => {
        cache.patch(key)
        options.onRevoked?.(key)
      },
      onSettled: () => void cache.refresh(),
    },
    queryClient,
  )
}
