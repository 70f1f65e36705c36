'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, UpdateInput } from '../contract/index.js'
import type { UpdateVariables } from './update-key.js'
import { useAct } from './use-act.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useLatest } from './use-latest.js'

export type { UpdateVariables } from './update-key.js'

export interface UseUpdateApiKeyOptions extends ApiKeySourceOptions {
  onUpdated?: ((key: ApiKey, patch: UpdateInput) => void) | undefined
}

/**
 * Changes a key. What can be taken back is shown at once and rolled back where the server refuses. Somebody else's
 * change in between gives `version_conflict`, and the list is asked again.
 */
export function useUpdateApiKey(
  options: UseUpdateApiKeyOptions = {},
): UseMutationResult<ApiKey, LatchkeyError, UpdateVariables> {
  const source = useApiKeySource(options)
  const onUpdated = useLatest(options.onUpdated)
  return useAct('update', source, async ({ updateKey }, input, known) => {
    const key = await updateKey(source, input, known)
    onUpdated.current?.(key, input.patch)
    return key
  })
}
