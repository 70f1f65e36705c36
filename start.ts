import { fileURLToPath } from 'node:url'
import { findStale } from './server-reference/serve/find-stale.ts'
import { requireFreePort } from './server-reference/serve/require-free-port.ts'
import { runTogether } from './server-reference/serve/run-together.ts'

/** `npm start`: the Storybook and the reference server, until Ctrl-C. */
const root = fileURLToPath(new URL('.', import.meta.url))
const app = fileURLToPath(new URL('server-reference', import.meta.url))
const PORT = process.env.PORT || '3000'

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

// At once: a build says nothing for minutes where the machine is slow.
const addresses = parts.map(({ name, address }) => `${name} (${address})`).join(' and ')
const { library, pages } = findStale(root, app)
const wait =
  library || pages ? ' The server is built first: that takes a minute, and several on a slow machine.' : ''
console.log(`Starting ${addresses}. Each is named again once it answers.${wait}`)
runTogether(
  parts.map(({ name, script }) => ({ name, command: ['npm', 'run', '--silent', script] as const })),
  root,
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
