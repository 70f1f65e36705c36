import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Run } from './run-latchkey.conformance.js'

const program = fileURLToPath(new URL('latchkey.ts', import.meta.url))
const sourceImports = fileURLToPath(
  new URL('../stores/conformance/source-imports.conformance.ts', import.meta.url),
)

/** Runs the program as a script would: a process of its own, without a terminal. */
export function spawnLatchkey(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Record<string, string>; input?: string } = {},
): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', sourceImports, program, ...args], {
      // Nothing of this machine's own settings.
      env: { NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env },
    })
    const run: Run = { exitCode: null, out: '', said: '' }
    child.stdout.on('data', (chunk: Buffer) => {
      run.out += chunk.toString('utf8')
    })
    child.stderr.on('data', (chunk: Buffer) => {
      run.said += chunk.toString('utf8')
    })
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ ...run, exitCode }))
    // A program that ends without reading closes its end.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
  })
}
