import type { ApiKey } from '../../contract/index.js'
import { LatchkeyError } from '../latchkey-error.js'
import { askBetterAuth } from './ask-better-auth.js'
import type { BetterAuthWithApiKeys } from './better-auth-api-keys.js'
import { betterAuthPage, fromBetterAuthKey } from './better-auth-key.js'

/** How many rows Better Auth reads where neither the plugin nor its host names a limit (`defaultFindManyLimit`). */
const usualLimit = 100

/**
 * All keys that the plugin lists. Over a database it reads no more rows than the host's limit, whatever page is asked
 * for, and calls those the total. So a list that long is asked for from its other end as well: where that has other
 * keys, there are more than either says, and a part of them is refused rather than sorted, searched and counted.
 */
export async function listAllBetterAuthKeys(
  { apiKey }: BetterAuthWithApiKeys,
  whose: { configId?: string; organizationId?: string },
  signal: AbortSignal | undefined,
): Promise<ApiKey[]> {
  const ask = (sortDirection: 'asc' | 'desc') =>
    askBetterAuth(
      (fetchOptions) => apiKey.list({ query: { ...whose, sortBy: 'id', sortDirection }, fetchOptions }),
      betterAuthPage,
      signal,
    )
  const { apiKeys } = await ask('asc')
  if (apiKeys.length >= usualLimit) {
    const ids = new Set(apiKeys.map(({ id }) => id))
    const fromTheEnd = await ask('desc')
    if (fromTheEnd.apiKeys.some(({ id }) => !ids.has(id))) throw tooMany(ids.size)
  }
  return apiKeys.map(fromBetterAuthKey)
}

function tooMany(listed: number): LatchkeyError {
  return new LatchkeyError(
    'payload_too_large',
    `Latchkey: Better Auth lists no more than ${listed} keys, and there are others. A part of them would be sorted, searched and counted as if it were all. Raise advanced.database.defaultFindManyLimit where you call betterAuth().`,
  )
}
