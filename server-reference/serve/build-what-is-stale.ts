import { spawnSync } from 'node:child_process'
import { findStale } from './find-stale.ts'

/** Builds the library and the app, each only where a source is newer than what was built from it. */
export function buildWhatIsStale(root: string, app: string, say: (line: string) => void): void {
  const { library, pages } = findStale(root, app)
  if (library) {
    say('Building the library…')
    run(root, ['run', 'build'])
  }
  if (pages) {
    say('Building the app…')
    run(root, ['exec', '--', 'next', 'build', app])
  }
}

function run(root: string, npmArguments: string[]): void {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const build = spawnSync('npm', npmArguments, { cwd: root, env, encoding: 'utf8' })
  if (build.status === 0) return
  throw new Error(`${build.stdout}\n${build.stderr}\nThe build failed. What it said is above.`)
}
