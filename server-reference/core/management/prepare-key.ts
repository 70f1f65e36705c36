import type { ApiKey, Environment } from '../../../src/contract/index.js'
import { generateKey } from '../keys/generate-key.js'
import type { StoredKey } from '../stored-key.js'
import type { ManagementContext } from './management-context.js'
import { newKeyState } from './new-key-state.js'

/** What is decided about a key before it exists. */
export type KeyDraft = Pick<
  ApiKey,
  | 'consumerId'
  | 'name'
  | 'description'
  | 'scopes'
  | 'ipAllowlist'
  | 'rateLimit'
  | 'expiresAt'
  | 'createdBy'
  | 'rotation'
  | 'managedBy'
> & { environment: Environment }

/** A new key in the three forms that it has: what is shown once, what is shown ever after, and what is stored. */
export interface PreparedKey {
  secret: string
  key: ApiKey
  stored: StoredKey
}

export async function prepareKey(
  { settings, digester, random }: ManagementContext,
  draft: KeyDraft,
  now: number,
): Promise<PreparedKey> {
  const { secret, ...parts } = generateKey(settings.brand, draft.environment, random)
  const key: ApiKey = { ...draft, ...parts, ...newKeyState(now), version: 1 }
  return { secret, key, stored: { ...key, digest: await digester.toDigest(secret) } }
}
