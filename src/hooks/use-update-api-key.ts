'use client'

import { type UseMutationResult, useMutation } from '@tanstack/react-query'
import { LatchkeyError } from '../client/index.js'
import type { ApiKey, UpdateInput } from '../contract/index.js'
import { keyOf } from './api-key-queries.js'
import { assertOnline } from './assert-online.js'
import { createKeyCache } from './key-cache.js'
import { mutationPolicy } from './mutation-policy.js'
import { requireOperation } from './require-operation.js'
import { toOptimisticKey } from './to-optimistic-key.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'

export interface UseUpdateApiKeyOptions extends ApiKeySourceOptions {
  onUpdated?: ((key: ApiKey, patch: UpdateInput) => void) | undefined
}

export interface UpdateVariables {
  id: string
  patch: UpdateInput
  /** The version that the person saw. @default the one in the cache */
  version?: number | undefined
}

interface Undo {
  known: ApiKey | undefined
}

/**
 * Changes a key. What can be taken back is shown at once and rolled back where the server refuses. Somebody else's
 * change in between gives `version_conflict`, and the list is asked again.
 */
export function useUpdateApiKey(
  options: UseUpdateApiKeyOptions = {},
): UseMutationResult<ApiKey, LatchkeyError, UpdateVariables, Undo> {
  const source = useApiKeySource(options)
  const { client, queryClient } = source
  const cache = createKeyCache(queryClient, source)

  async function versionOf(id: string): Promise<number> {
    const known = cache.find(id) ?? (await client.get?.(id))?.key
    if (known) return known.version
    throw new LatchkeyError('version_required', 'Latchkey: read the key first, or say which version you saw.')
  }

  return useMutation<ApiKey, LatchkeyError, UpdateVariables, Undo>(
    {
      ...mutationPolicy,
      mutationKey: [...keyOf(source), 'update'],
      mutationFn: async ({ id, patch, version }) => {
        assertOnline()
        const update = requireOperation(client, 'update')
        return (await update(id, patch, version ?? (await versionOf(id)))).key
      },
      onMutate: async ({ id, patch }) => {
        // A list that is still on its way would bring the old words back.
        await cache.stopLists()
        const known = cache.find(id)
        if (known) cache.patch(toOptimisticKey(known, patch))
        return { known }
      },
      onSuccess: (key, { patch }) => {
        cache.patch(key)
        options.onUpdated?.(key, patch)
      },
      onError: (_error, { id }, undo) => {
        // Unless a newer version came meanwhile, which is right where this one is not.
        if (undo?.known && cache.find(id)?.version === undo.known.version) cache.patch(undo.known)
      },
      onSettled: () => void cache.refresh(),
    },
    queryClient,
  )
}
