'use client'

import type { UseMutationResult } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { RotatedKeys, RotateVariables } from './rotate-key.js'
import { useAct } from './use-act.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useErrand } from './use-errand.js'
import { useLatest } from './use-latest.js'
import type { SecretController } from './use-revealed-secret.js'

export type { RotatedKeys, RotateVariables } from './rotate-key.js'

export interface UseRotateApiKeyOptions extends ApiKeySourceOptions {
  /** Where the successor's secret goes; it appears nowhere else. */
  secret: Pick<SecretController, 'door'>
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  onRotated?: ((rotated: RotatedKeys) => void) | undefined
}

/** Replaces a key by a successor. `data` holds both without a secret, which `secret` receives. */
export function useRotateApiKey(
  options: UseRotateApiKeyOptions,
): UseMutationResult<RotatedKeys, LatchkeyError, RotateVariables> {
  const source = useApiKeySource(options)
  const errand = useErrand<RotateVariables>(options.secret, options.now)
  const onRotated = useLatest(options.onRotated)
  return useAct('rotate', source, async ({ rotateKey }, input) => {
    const rotated = await rotateKey(source, errand, input)
    onRotated.current?.(rotated)
    return rotated
  })
}
