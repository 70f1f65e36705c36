import type { ApiKey } from '../contract/index.js'
import { assertOnline } from './assert-online.js'
import { createKeyCache } from './key-cache.js'
import { requireOperation } from './require-operation.js'
import type { ApiKeySource } from './use-api-key-source.js'

export interface RevokeVariables {
  id: string
  /** Kept with the key, for whoever asks later. */
  reason?: string | undefined
}

/** Revokes a key, for good. Never optimistic: nothing says "revoked" before the server did. */
export async function revokeKey(source: ApiKeySource, { id, reason }: RevokeVariables): Promise<ApiKey> {
  const cache = createKeyCache(source)
  try {
    assertOnline()
    const { key } = await requireOperation(source.client, 'revoke')(
      id,
      reason === undefined ? {} : { reason },
    )
    cache.patch(key)
    return key
  } finally {
    void cache.refresh()
  }
}
