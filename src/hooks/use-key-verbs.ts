'use client'

import { useMemo } from 'react'
import type { ApiKeyManagerState } from './api-key-manager-state.js'
import { useCreateInTurn } from './use-create-in-turn.js'
import type { KeyActions } from './use-key-actions.js'
import { useLatest } from './use-latest.js'

type KeyVerbs = Pick<
  ApiKeyManagerState,
  'createApiKeys' | 'rotateApiKey' | 'revokeApiKey' | 'updateApiKey' | 'setApiKeyEnabled' | 'extendOverlap'
>

/** The acts as functions that stay the same between renders. Each rejects with a `LatchkeyError`. */
export function useKeyVerbs(actions: KeyActions): KeyVerbs {
  const latest = useLatest(actions)
  const createApiKeys = useCreateInTurn(actions.create.mutateAsync)
  return useMemo(
    () => ({
      createApiKeys,
      rotateApiKey: (id, options) => latest.current.rotate.mutateAsync({ id, ...options }),
      revokeApiKey: (id, options) => latest.current.revoke.mutateAsync({ id, ...options }),
      updateApiKey: (id, patch) => latest.current.update.mutateAsync({ id, patch }),
      extendOverlap: (id, overlapEndsAt) => latest.current.extendOverlap.mutateAsync({ id, overlapEndsAt }),
      setApiKeyEnabled: (id, enabled) => latest.current.setEnabled.mutateAsync({ id, enabled }),
    }),
    [createApiKeys, latest],
  )
}
