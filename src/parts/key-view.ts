import type { ApiKey, KeyStatus } from '../contract/index.js'
import type { PendingAction } from '../locales/list-strings.js'

/** A key as a list shows it: the record, and what only the moment and the page know about it. */
export interface KeyView extends ApiKey {
  status: KeyStatus
  /** Never used, and old enough that it should have been. */
  unused: boolean
  /** Made a moment ago, on this page. */
  fresh: boolean
  /** What is under way for it; null: nothing. */
  pending: PendingAction | null
  /** What went wrong last; null: nothing. */
  error: PartError | null
}

/** An error as parts need it: words are chosen by `code`. A `LatchkeyError` is one. */
export interface PartError {
  readonly code: string
  /** What is wrong with which field, by its path. */
  readonly fields?: Readonly<Record<string, string>> | undefined
  readonly requestId?: string | undefined
  readonly retryAfterSeconds?: number | undefined
}
