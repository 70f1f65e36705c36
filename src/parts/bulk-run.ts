/** How doing one thing to many keys goes. The manager's bulk actions are such. */
export interface BulkRun {
  isPending: boolean
  isDone: boolean
  readonly progress: { done: number; total: number }
  /** `code` says what went wrong. */
  readonly results: readonly ({ id: string; ok: true } | { id: string; ok: false; code: string })[]
  /** Those that failed, and those that were never tried. */
  readonly failedIds: readonly string[]
  /** Of those, the ones for which another try could go otherwise. */
  readonly retryableIds: readonly string[]
  retryFailed(): void
  stop(): void
}
