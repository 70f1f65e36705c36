import type { ErrorCode } from '../contract/index.js'

/**
 * The contract's codes, and what can go wrong before an answer exists. Nothing was sent: `offline`, the browser has no
 * network; `declined`, the host said no; `not_loaded`, the code for it could not be fetched. It may have been sent:
 * `unreachable`, no answer came; `timeout`, not in time; `aborted`; `unknown`, an answer nobody could read.
 */
export type ClientErrorCode =
  | ErrorCode
  | 'offline'
  | 'unreachable'
  | 'not_loaded'
  | 'timeout'
  | 'aborted'
  | 'declined'
  | 'unknown'

export interface Details {
  /** HTTP status; absent where there was no answer. */
  status?: number | undefined
  retryAfterSeconds?: number | undefined
  /** What is wrong with which field, by its path. */
  fields?: Readonly<Record<string, string>> | undefined
  /** For a report to whoever runs the server. */
  requestId?: string | undefined
  cause?: unknown
}

/** Why an operation failed. Show words by `code`; `message` is for developers. */
export class LatchkeyError extends Error {
  override readonly name = 'LatchkeyError'
  readonly code: ClientErrorCode
  declare readonly status: number | undefined
  declare readonly retryAfterSeconds: number | undefined
  declare readonly fields: Readonly<Record<string, string>> | undefined
  declare readonly requestId: string | undefined

  constructor(code: ClientErrorCode, message: string, { cause, ...details }: Details = {}) {
    super(message, { cause })
    this.code = code
    Object.assign(this, details)
  }
}
