'use client'

import { useState } from 'react'
import type { SecretErrand } from './take-secret.js'
import type { SecretController } from './use-revealed-secret.js'

/** Who sends for secrets with this hook. */
export function useErrand<I>(
  { door }: Pick<SecretController, 'door'>,
  now: () => number = Date.now,
): SecretErrand<I> {
  const [memory] = useState<SecretErrand<I>['memory']>(() => ({ acts: null }))
  return { door, now, memory }
}
