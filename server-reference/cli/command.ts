import type { ExitCode } from './exit-codes.js'
import type { Terminal } from './terminal.js'

/** One word of the command line, with what may follow it. */
export interface Command {
  name: string
  /** One line, for the list of commands. */
  summary: string
  /** What stands behind the name besides options, such as `<key id>`. '': nothing does. */
  words: string
  maxWords: number
  options: Readonly<Record<string, CommandOption>>
  /** What the options do not say. */
  notes?: string | undefined
  run(call: Call): Promise<ExitCode>
}

export interface CommandOption {
  /** Names the value, such as `<id>`. Absent: the option has none. */
  value?: string | undefined
  /** Whether it may be given several times. @default false */
  multiple?: boolean | undefined
  text: string
}

/** A command line that was read. */
export interface Call {
  terminal: Terminal
  words: readonly string[]
  /** undefined: it was not given. */
  text(option: string): string | undefined
  /** All values, also those joined by commas. */
  texts(option: string): readonly string[]
  isSet(option: string): boolean
}
