import { type ChildProcess, spawn, spawnSync } from 'node:child_process'

/** A program that runs until it is ended. */
export interface Part {
  name: string
  command: readonly [program: string, ...args: string[]]
}

/** How often to see whether whoever started this is still there, in milliseconds. */
const parentEveryMs = 500

/** How long the programs may take to end, in milliseconds. Whatever has not ended by then is not going to. */
const patienceMs = 3_000

/**
 * Runs programs as one: all of them end, and this process with them, when one ends by itself, on SIGINT, SIGTERM and
 * SIGHUP, and when the process that started this one is gone. npm passes on what a terminal sends, but nothing passes
 * on that npm itself was killed.
 */
export function runTogether(parts: readonly Part[], cwd: string): void {
  // Before anything else: whoever is killed while the programs start is already nobody's parent afterwards.
  const parent = process.ppid
  const starter = starterOf(parent)
  let isEnding = false
  const children = parts.map(({ name, command: [program, ...args] }) => {
    // A group of its own: npm, its shell and the server end together.
    const child = spawn(program, args, { cwd, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    let complaints = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints = (complaints + text).slice(-4000)
    })
    child.on('exit', (code) => {
      if (isEnding) return
      process.stderr.write(`${complaints.trim()}\n${name} ended by itself (${code ?? 'killed'}).\n`)
      end(1)
    })
    return child
  })

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))
  setInterval(() => {
    if (process.ppid !== parent || !isThere(starter)) end(0)
  }, parentEveryMs).unref()

  function end(code: number): void {
    if (isEnding) return
    isEnding = true
    for (const child of children) signalGroup(child, 'SIGTERM')
    setTimeout(() => {
      for (const child of children) signalGroup(child, 'SIGKILL')
      process.exit(code)
    }, patienceMs).unref()
    void Promise.all(children.map(hasEnded)).then(() => process.exit(code))
  }
}

/** Between npm and what it runs is a shell, which outlives it. null: cannot be told, as on Windows. */
function starterOf(pid: number): number | null {
  if (process.env.npm_lifecycle_event === undefined) return null
  const { stdout } = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' })
  return Number(stdout) || null
}

function isThere(pid: number | null): boolean {
  if (pid === null) return true
  try {
    // No signal: only whether there is somebody to send one to.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function hasEnded(child: ChildProcess): Promise<void> {
  return new Promise((ended) => {
    if (child.exitCode !== null || child.signalCode !== null) ended()
    else child.once('exit', () => ended())
  })
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // It has ended already.
  }
}
