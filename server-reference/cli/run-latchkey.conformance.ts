import { runCommandLine } from './run-command-line.js'
import type { Terminal } from './terminal.js'

/** What a run of the program left. */
export interface Run {
  exitCode: number | null
  /** The result. */
  out: string
  /** All else. */
  said: string
}

/** Runs a line of words as the program does, in this process: as a script would, where the terminal is not another one. */
export async function runLatchkey(
  args: readonly string[],
  { env = {}, input = '', ...terminal }: Partial<Terminal> & { input?: string } = {},
): Promise<Run> {
  const run = { out: '', said: '' }
  const exitCode = await runCommandLine({
    args,
    env,
    print: (text) => {
      run.out += `${text}\n`
    },
    say: (text) => {
      run.said += `${text}\n`
    },
    showProgress: () => {},
    isInteractive: false,
    hasColours: { print: false, say: false },
    ask: async () => '',
    askSecretly: async () => '',
    readInput: async () => input,
    now: Date.now,
    monotonicMs: () => performance.now(),
    fetch,
    ...terminal,
  })
  return { exitCode, ...run }
}
