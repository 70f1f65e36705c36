'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'
import type { RevokeVariables } from './revoke-key.js'
import { useAct } from './use-act.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useLatest } from './use-latest.js'

export type { RevokeVariables } from './revoke-key.js'

export interface UseRevokeApiKeyOptions extends ApiKeySourceOptions {
  onRevoked?: ((key: ApiKey) => void) | undefined
}

/** Revokes a key, for good. Never optimistic: nothing says "revoked" before the server did. */
export function useRevokeApiKey(
  options: UseRevokeApiKeyOptions = {},
): UseMutationResult<ApiKey, LatchkeyError, RevokeVariables> {
  const source = useApiKeySource(options)
  const onRevoked = useLatest(options.onRevoked)
  return useAct('revoke', source, async ({ revokeKey }, input) => {
    const key = await revokeKey(source, input)
    onRevoked.current?.(key)
    return key
  })
}
