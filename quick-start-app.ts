import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readGuides } from './guides.ts'

const root = fileURLToPath(new URL('.', import.meta.url))
/** Below the root, so that packages resolve, and ignored by everything else. */
const folder = join(root, '.playwright/quick-start')

/** What an app has before somebody follows the guide. */
const app = {
  'package.json': '{ "private": true, "type": "module" }',
  'app/layout.tsx':
    'import type { ReactNode } from \'react\'\n\nexport default function Layout({ children }: { children: ReactNode }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.tsx': 'export default function Home() {\n  return <p>Home</p>\n}\n',
  // `cacheComponents` as create-next-app has it: with it, Next says what of a page it cannot prerender.
  'next.config.ts': `export default { cacheComponents: true, turbopack: { root: ${JSON.stringify(root)} } }\n`,
  'tsconfig.json': JSON.stringify({
    compilerOptions: { jsx: 'react-jsx', module: 'esnext', moduleResolution: 'bundler', strict: true },
  }),
}

/** Serves the Next.js app of the quick start, as `npm run dev` does. */
export async function startQuickStart(): Promise<{ origin: string; stop: () => Promise<void> }> {
  rmSync(folder, { recursive: true, force: true })
  const written = readGuides().filter(({ guide }) => guide === 'stories/quick-start.mdx')
  const files = written.flatMap(({ path, code }) => (path && !path.startsWith('src/') ? [[path, code]] : []))
  for (const [path = '', text = ''] of [...Object.entries(app), ...files]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const next = join(root, 'node_modules/next/dist/bin/next')
  const server = spawn(process.execPath, [next, 'dev', '--hostname', '127.0.0.1', '--port', '0'], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' },
  })
  const ended = new Promise<void>((end) => server.once('exit', () => end()))
  let said = ''
  const origin = await new Promise<string>((found, fail) => {
    for (const output of [server.stdout, server.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        said += text
        const address = /Local:\s+(?<origin>http:\S+)/.exec(said)?.groups?.origin
        if (address && said.includes('Ready in')) found(address)
      })
    }
    server.once('exit', () => fail(new Error(`The quick start did not start.\n${said}`)))
  })
  const stop = async () => {
    // The group: Next serves from a process of its own.
    if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM')
    await ended
  }
  // A server for development compiles what is asked for first, for longer than a page waits.
  for (const path of ['/settings', '/api/keys', '/api/orders', '/favicon.ico']) await fetch(origin + path)
  return { origin, stop }
}
