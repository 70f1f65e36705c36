'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, CreateInput } from '../contract/index.js'
import { createActMemory, isUnanswered } from './act-memory.js'
import { keyOf } from './api-key-queries.js'
import { createKeyCache } from './key-cache.js'
import { mutationPolicy } from './mutation-policy.js'
import type { Handed } from './take-secret.js'
import { takeSecret } from './take-secret.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import type { SecretController } from './use-revealed-secret.js'

export interface UseCreateApiKeyOptions extends ApiKeySourceOptions {
  /** Where the new key's secret goes; it appears nowhere else. */
  secret: Pick<SecretController, 'desk'>
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  onCreated?: ((key: ApiKey) => void) | undefined
}

/** Creates keys. `data` is the key without its secret, which `secret` receives. */
export function useCreateApiKey(
  options: UseCreateApiKeyOptions,
): UseMutationResult<ApiKey, LatchkeyError, CreateInput> {
  const { secret, now = Date.now, onCreated } = options
  const source = useApiKeySource(options)
  const { client, consumerId, queryClient } = source
  const [acts] = useState(createActMemory<Handed>)
  const cache = createKeyCache(queryClient, source)
  return useMutation<ApiKey, LatchkeyError, CreateInput>(
    {
      ...mutationPolicy,
      mutationKey: [...keyOf(source), 'create'],
      mutationFn: async (given) => {
        const input = consumerId === undefined ? given : { consumerId, ...given }
        const { key } = await acts.run(input, (idempotencyKey) =>
          takeSecret(secret.desk, { origin: 'create', name: given.name }, () =>
            client.create(input, { idempotencyKey }),
          ),
        )
        return key
      },
      onSuccess: (key) => {
        cache.insert(key, now())
        void cache.refresh()
        onCreated?.(key)
      },
      onError: (error) => {
        // The key may be there all the same: the list is where a person finds out.
        if (isUnanswered(error)) void cache.refresh()
      },
    },
    queryClient,
  )
}
