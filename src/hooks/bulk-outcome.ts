import type { ClientErrorCode } from '../client/index.js'

export type { BulkAction as BulkActionName } from '../contract/index.js'

/** How it went for one key. */
export type BulkOutcome = { id: string; ok: true } | { id: string; ok: false; code: ClientErrorCode }

/** How it goes with one thing that is done to many keys. */
export interface BulkProgress {
  isPending: boolean
  /** It was carried out, or stopped; `results` say how it went. */
  isDone: boolean
  progress: { done: number; total: number }
  results: readonly BulkOutcome[]
  /** Those that failed, and those that were never tried. */
  failedIds: readonly string[]
  /** Of those, the ones for which another try could go otherwise: not what is gone or forbidden. */
  retryableIds: readonly string[]
}
