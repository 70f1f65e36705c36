import { DependencyFailure } from '../../core/within-deadline.js'

/** Unkey did not answer, or not what it was asked. Names the operation and the kind of error, and never what was sent. */
export class UnkeyFailure extends DependencyFailure {
  /** HTTP status; null: there was no answer in words that can be read. */
  readonly status: number | null
  /** The end of Unkey's `type`, such as `insufficient_permissions`. */
  readonly kind: string
  /** As Unkey says, where it says so. */
  readonly retryAfterSeconds: number

  constructor(
    operation: string,
    details: { status: number | null; kind?: string; retryAfterSeconds?: number },
  ) {
    const { status, kind = 'no answer that can be read', retryAfterSeconds = 1 } = details
    super(`Latchkey: Unkey refused ${operation}: ${status ?? 'no status'}, ${kind}.`, { timedOut: false })
    this.status = status
    this.kind = kind
    this.retryAfterSeconds = retryAfterSeconds
  }

  /** Whether the same request may well pass later; otherwise it is wrong, or the root key may not do it. */
  get isTemporary(): boolean {
    return this.status === null || this.status === 408 || this.status === 429 || this.status >= 500
  }
}
