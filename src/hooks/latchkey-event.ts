import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, BulkAction, UpdateInput } from '../contract/index.js'
import type { SecretNotice } from './create-secret-desk.js'
import type { ActionName } from './gates.js'

/** What happened, for a host's analytics, toasts or audit. Never carries a secret or what somebody pasted. */
export type LatchkeyEvent =
  | { type: 'created'; key: ApiKey }
  | { type: 'rotated'; key: ApiKey; previous: ApiKey }
  | { type: 'revoked'; key: ApiKey }
  | { type: 'updated'; key: ApiKey; patch: UpdateInput }
  /** One thing was done to many keys, as far as it went; there is no other event for each of them. */
  | { type: 'bulkDone'; action: BulkAction; keys: readonly ApiKey[]; failedIds: readonly string[] }
  | { type: 'failed'; action: ActionName; keyId: string | null; error: LatchkeyError }
  | SecretNotice
