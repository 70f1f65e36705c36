import type { ExitCode } from './exit-codes.js'

/** The end of a command that cannot go on: what to say, and what to answer. It never holds a secret. */
export class CommandStop extends Error {
  override readonly name = 'CommandStop'
  readonly exitCode: ExitCode

  constructor(exitCode: ExitCode, message: string) {
    super(message)
    this.exitCode = exitCode
  }
}
