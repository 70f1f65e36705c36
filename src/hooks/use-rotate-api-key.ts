'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { LatchkeyError } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'
import { createActMemory } from './act-memory.js'
import { keyOf } from './api-key-queries.js'
import { createKeyCache } from './key-cache.js'
import { mutationPolicy } from './mutation-policy.js'
import { requireOperation } from './require-operation.js'
import { type Handed, takeSecret } from './take-secret.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import type { SecretController } from './use-revealed-secret.js'

export interface UseRotateApiKeyOptions extends ApiKeySourceOptions {
  /** Where the successor's secret goes; it appears nowhere else. */
  secret: Pick<SecretController, 'desk'>
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  onRotated?: ((rotated: RotatedKeys) => void) | undefined
}

export interface RotateVariables {
  id: string
  /** How long the old key still works; 0 revokes it at once. */
  overlapSeconds: number
}

export interface RotatedKeys {
  key: ApiKey
  /** The key that was replaced; works until its overlap ends. */
  previous: ApiKey
}

/** Replaces a key by a successor. `data` holds both without a secret, which `secret` receives. */
export function useRotateApiKey(
  options: UseRotateApiKeyOptions,
): UseMutationResult<RotatedKeys, LatchkeyError, RotateVariables> {
  const { secret, now = Date.now, onRotated } = options
  const source = useApiKeySource(options)
  const { client, queryClient } = source
  const [acts] = useState(createActMemory<Handed>)
  const cache = createKeyCache(queryClient, source)
  return useMutation<RotatedKeys, LatchkeyError, RotateVariables>(
    {
      ...mutationPolicy,
      mutationKey: [...keyOf(source), 'rotate'],
      mutationFn: async ({ id, overlapSeconds }) => {
        const rotate = requireOperation(client, 'rotate')
        const name = cache.find(id)?.name ?? null
        const { key, previous } = await acts.run({ id, overlapSeconds }, (idempotencyKey) =>
          takeSecret(secret.desk, { origin: 'rotate', name }, () =>
            rotate(id, { overlapSeconds }, { idempotencyKey }),
          ),
        )
        return { key, previous: previous ?? key }
      },
      onSuccess: (rotated) => {
        cache.patch(rotated.previous)
        cache.insert(rotated.key, now())
        onRotated?.(rotated)
      },
      onSettled: () => void cache.refresh(),
    },
    queryClient,
  )
}
