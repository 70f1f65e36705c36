import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type RunningApp, startApp } from '../app/testing/running-app.ts'
import { buildWhatIsStale } from '../serve/build-what-is-stale.ts'

const app = join(import.meta.dirname, '..')
const root = join(app, '..')
const next = join(root, 'node_modules/next/dist/bin/next')
const secret = () => randomBytes(32).toString('hex')
/** The same for all instances of a run: they share keys and sessions. */
const secrets = { LATCHKEY_PEPPER: secret(), BETTER_AUTH_SECRET: secret() }

/** The reference app as it runs in production, in a process of its own. Builds first what is stale. */
export function startInstance(
  variables: Record<string, string> = {},
  nodeOptions: string[] = [],
): Promise<RunningApp> {
  buildWhatIsStale(root, app, console.log)
  return startApp([...nodeOptions, next, 'start', app], {
    NEXT_MANUAL_SIG_HANDLE: '1',
    // So that a script can speak for many machines.
    TRUSTED_PROXIES: '127.0.0.1',
    ...secrets,
    ...variables,
  })
}

/** Resident memory, in MiB, and open files of a process. Linux only. */
export function inspectProcess(pid: number): { residentMiB: number; files: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const kibibytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0)
  return { residentMiB: Math.round(kibibytes / 1024), files: readdirSync(`/proc/${pid}/fd`).length }
}
