import type { TokenParts } from '../machine-tokens.js'
import type { KnownKey } from '../verification/known-key.js'
import { withinDeadline } from '../within-deadline.js'

/** The record of a key that was just verified, so that it is usually in memory. null: it is gone meanwhile. */
export async function findKey(
  { keys, settings }: Pick<TokenParts, 'keys' | 'settings'>,
  id: string,
): Promise<KnownKey | null | 'unavailable'> {
  try {
    return await withinDeadline(settings.storeTimeoutMs, async () => keys.find(id))
  } catch (error) {
    settings.report(error, { during: 'token', keyId: id })
    return 'unavailable'
  }
}
