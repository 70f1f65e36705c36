import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, UpdateInput } from '../contract/index.js'
import type { SecretNotice } from './create-secret-desk.js'
import type { ActionName } from './gates.js'

/** What happened, for a host's analytics, toasts or audit. Never carries a secret or what somebody pasted. */
export type LatchkeyEvent =
  | { type: 'created'; key: ApiKey }
  | { type: 'rotated'; key: ApiKey; previous: ApiKey }
  | { type: 'revoked'; key: ApiKey }
  | { type: 'updated'; key: ApiKey; patch: UpdateInput }
  | { type: 'failed'; action: ActionName; keyId: string | null; error: LatchkeyError }
  | SecretNotice
