import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { newestChange } from './newest-change.ts'

/** What the library is made of, from the root. */
const librarySources = [
  'src',
  'server-reference/core',
  'server-reference/stores',
  'server-reference/limits',
  'server-reference/sessions',
  'server-reference/http',
  'server-reference/next',
  'server-reference/server.ts',
  'server-reference/create-latchkey.ts',
  'server-reference/node-digests.ts',
  'tailwind.config.ts',
  'tsconfig.base.json',
  'tsconfig.build.json',
  'package.json',
]

/** What the app is made of, from its folder, beside the library as it is built. */
const appSources = [
  'app',
  'proxy.ts',
  'instrumentation.ts',
  'next.config.ts',
  'tsconfig.json',
  'package.json',
]

/** Builds the library and the app, each only where a source is newer than what was built from it. */
export function buildWhatIsStale(root: string, app: string, say: (line: string) => void): void {
  const library = join(root, 'dist')
  const sources = librarySources.map((source) => join(root, source))
  if (isStale(sources, join(library, 'styles.unlayered.css'))) {
    say('Building the library…')
    run(root, ['run', 'build'])
  }
  const pages = [...appSources.map((source) => join(app, source)), library]
  if (isStale(pages, join(app, '.next/BUILD_ID'))) {
    say('Building the app…')
    run(root, ['exec', '--', 'next', 'build', app])
  }
}

function isStale(sources: readonly string[], built: string): boolean {
  const builtAt = newestChange([built])
  return builtAt === null || (newestChange(sources) ?? 0) > builtAt
}

function run(root: string, npmArguments: string[]): void {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const build = spawnSync('npm', npmArguments, { cwd: root, env, encoding: 'utf8' })
  if (build.status === 0) return
  throw new Error(`${build.stdout}\n${build.stderr}\nThe build failed. What it said is above.`)
}
