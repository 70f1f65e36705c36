import { join } from 'node:path'
import { newestChange } from './newest-change.ts'

/** What has a source that is newer than what was built from it, or was never built. */
export interface Stale {
  library: boolean
  /** The pages and routes of the app, which holds the library as it is built. */
  pages: boolean
}

export function findStale(root: string, app: string): Stale {
  const built = join(root, 'dist')
  const sources = librarySources.map((source) => join(root, source))
  const library = isStale(sources, join(built, 'styles.unlayered.css'))
  const parts = [...appSources.map((source) => join(app, source)), built]
  return { library, pages: library || isStale(parts, join(app, '.next/BUILD_ID')) }
}

/** What the app and the command line use of the library, from the root: not the mocks, nor other frameworks and backends. */
const librarySources = [
  'src',
  'server-reference/core',
  'server-reference/stores',
  'server-reference/limits',
  'server-reference/sessions',
  'server-reference/http',
  'server-reference/next',
  'server-reference/variables',
  'server-reference/cli',
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

function isStale(sources: readonly string[], built: string): boolean {
  const builtAt = newestChange([built])
  return builtAt === null || (newestChange(sources) ?? 0) > builtAt
}
