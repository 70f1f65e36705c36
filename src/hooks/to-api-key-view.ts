import type { LatchkeyError } from '../client/index.js'
import { type ApiKey, deriveStatus, type KeyStatus, parseInstant } from '../contract/index.js'
import type { KeyActName, KeyActState } from './key-states.js'

/** A key as a list shows it: the record, and what only the moment and this page know. */
export interface ApiKeyView extends ApiKey {
  status: KeyStatus
  /** Never used, made more than a day ago, and not revoked. */
  unused: boolean
  /** Made on this page within the last seconds. */
  fresh: boolean
  /** What is under way for it; null: nothing. */
  pending: KeyActName | null
  /** What went wrong last; null: nothing. */
  error: LatchkeyError | null
}

interface Moment {
  nowMs: number
  fresh: boolean
  act: KeyActState
}

const dayMs = 86_400_000

export function toApiKeyView(key: ApiKey, { nowMs, fresh, act }: Moment): ApiKeyView {
  return {
    ...key,
    status: deriveStatus(key, nowMs),
    unused:
      key.lastUsedAt === null &&
      key.revokedAt === null &&
      nowMs - (parseInstant(key.createdAt) ?? nowMs) > dayMs,
    fresh,
    pending: act.pending,
    error: act.error,
  }
}
