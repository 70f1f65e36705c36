import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'
import type { Terminal } from './terminal.js'

/** As far as a process is needed here, so that a test can be one. */
export interface TerminalProcess {
  argv: readonly string[]
  env: Readonly<Record<string, string | undefined>>
  stdin: NodeJS.ReadableStream & { isTTY?: boolean | undefined }
  stdout: NodeJS.WritableStream & { isTTY?: boolean | undefined }
  stderr: NodeJS.WritableStream & { isTTY?: boolean | undefined }
}

/** Where the program was started. */
export function openTerminal({ argv, env, stdin, stdout, stderr }: TerminalProcess): Terminal {
  let progressLength = 0
  // `latchkey list | head` closes the pipe in the middle: what was asked for was given.
  for (const stream of [stdout, stderr]) stream.on('error', ignoreBrokenPipe)

  return {
    args: argv.slice(2),
    env,
    print: (text) => void stdout.write(`${text}\n`),
    say(text) {
      clearProgress()
      stderr.write(`${text}\n`)
    },
    showProgress(text) {
      if (!stderr.isTTY) return
      clearProgress()
      stderr.write(text)
      progressLength = text.length
    },
    isInteractive: Boolean(stdin.isTTY && stderr.isTTY),
    hasColours: { print: hasColours(stdout), say: hasColours(stderr) },
    ask: (question) => askWith(stderr, question),
    async askSecretly(question) {
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() })
      // The line editor is there first: until then the terminal itself would show what is typed.
      const answer = askWith(nowhere, '')
      stderr.write(question)
      try {
        return await answer
      } finally {
        stderr.write('\n')
      }
    },
    async readInput() {
      const chunks: Buffer[] = []
      for await (const chunk of stdin) chunks.push(Buffer.from(chunk))
      return Buffer.concat(chunks).toString('utf8')
    },
    now: Date.now,
    monotonicMs: () => performance.now(),
    fetch: globalThis.fetch,
  }

  function clearProgress(): void {
    if (progressLength > 0) stderr.write(`\r${' '.repeat(progressLength)}\r`)
    progressLength = 0
  }

  /** https://no-color.org: any text that is not empty. */
  function hasColours(stream: { isTTY?: boolean | undefined }): boolean {
    return Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  }

  /** @param output where the line editor draws what is typed */
  function askWith(output: NodeJS.WritableStream, question: string): Promise<string> {
    clearProgress()
    // No history: what was typed once must not come back with an arrow key.
    const lines = createInterface({ input: stdin, output, terminal: true, historySize: 0 })
    return new Promise<string>((resolve, reject) => {
      lines.on('SIGINT', () => lines.close())
      lines.on('close', () =>
        reject(new CommandStop(exitCodes.interrupted, 'Broken off. Nothing was changed.')),
      )
      lines.question(question, resolve)
    }).finally(() => lines.close())
  }
}

function ignoreBrokenPipe(error: Error): void {
  if (!('code' in error && error.code === 'EPIPE')) throw error
}
