import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { requireFreePort } from './server-reference/serve/require-free-port.ts'

/** `npm start`: the Storybook and the reference server, until Ctrl-C. */
const root = fileURLToPath(new URL('.', import.meta.url))
const { PORT = '3000' } = process.env

const parts = [
  { name: 'Storybook', script: 'storybook', address: 'http://localhost:6006' },
  { name: 'Reference server', script: 'server', address: `http://localhost:${PORT}` },
]

// First: what else answers at these addresses would be taken for ours.
try {
  await requireFreePort(6006, '127.0.0.1', 'and start again.')
  await requireFreePort(Number(PORT), '127.0.0.1', 'or choose another one: PORT=3100 npm start')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

let isEnding = false

const children = parts.map(({ name, script }) => {
  // A group of its own: npm, its shell and the server end together.
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-4000)
  })
  child.on('exit', (code) => {
    if (isEnding) return
    console.error(`${complaints.trim()}\n${name} ended by itself (${code ?? 'killed'}).`)
    end(1)
  })
  return child
})

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(0))

console.log(
  'Starting Storybook and the reference server. The first start builds both and takes about a minute.',
)
await Promise.all(
  parts.map(async ({ name, address }) => {
    await untilItAnswers(address)
    console.log(`${name}: ${address}`)
  }),
)
console.log('Both answer. Ctrl-C ends them.')

async function untilItAnswers(address: string): Promise<void> {
  for (;;) {
    const response = await fetch(address, { redirect: 'manual' }).catch(() => null)
    if (response) return
    await new Promise((wake) => setTimeout(wake, 250))
  }
}

function end(code: number): void {
  if (isEnding) return
  isEnding = true
  process.exitCode = code
  for (const child of children) signalGroup(child, 'SIGTERM')
  // Whatever has not ended by then is not going to.
  setTimeout(() => {
    for (const child of children) signalGroup(child, 'SIGKILL')
    process.exit(code)
  }, 3000).unref()
  Promise.all(children.map(hasEnded)).then(() => process.exit(code))
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
