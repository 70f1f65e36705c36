'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, CreateInput } from '../contract/index.js'
import { useAct } from './use-act.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useErrand } from './use-errand.js'
import { useLatest } from './use-latest.js'
import type { SecretController } from './use-revealed-secret.js'

export interface UseCreateApiKeyOptions extends ApiKeySourceOptions {
  /** Where the new key's secret goes; it appears nowhere else. */
  secret: Pick<SecretController, 'door'>
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  onCreated?: ((key: ApiKey) => void) | undefined
}

/** Creates keys. `data` is the key without its secret, which `secret` receives. */
export function useCreateApiKey(
  options: UseCreateApiKeyOptions,
): UseMutationResult<ApiKey, LatchkeyError, CreateInput> {
  const source = useApiKeySource(options)
  const errand = useErrand<CreateInput>(options.secret, options.now)
  const onCreated = useLatest(options.onCreated)
  return useAct('create', source, async ({ createKey }, input) => {
    const key = await createKey(source, errand, input)
    onCreated.current?.(key)
    return key
  })
}
