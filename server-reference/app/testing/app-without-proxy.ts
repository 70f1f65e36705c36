import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { productionEnvironment, type RunningApp, startApp } from './running-app.ts'

const app = fileURLToPath(new URL('../..', import.meta.url))
const root = join(app, '..')
/** Below the root, so that packages resolve, and ignored by everything else. */
const copy = join(root, '.playwright/without-proxy')

const uncaughtRoute = `
import { auth } from '../../auth.ts'
export async function GET() {
  const identity = await auth()
  identity.protect({ scopes: ['orders:write'] })
  return Response.json({ reached: true })
}
`

/** A second way to a protected route, under an address that looks like nothing in particular. */
const alias = "rewrites: async () => [{ source: '/open/:path*', destination: '/api/orders/:path*' }],"

/** Builds and starts a copy of the app that has no `proxy.ts`; the work tree stays as it is. */
export async function startWithoutProxy(): Promise<RunningApp> {
  copyApp()
  const next = join(root, 'node_modules/next/dist/bin/next')
  const build = spawnSync(process.execPath, [next, 'build', copy], {
    encoding: 'utf8',
    env: { ...process.env, ...productionEnvironment },
  })
  if (build.status !== 0) throw new Error(`The copy could not be built.\n${build.stdout}\n${build.stderr}`)
  return startApp([next, 'start', copy])
}

function copyApp(): void {
  // `.next` stays: its cache makes the next build quick.
  rmSync(join(copy, 'app'), { recursive: true, force: true })
  mkdirSync(join(copy, 'app/api/uncaught'), { recursive: true })
  for (const part of ['app', 'variables', 'instrumentation.ts', 'package.json']) {
    cpSync(join(app, part), join(copy, part), { recursive: true, filter: isPartOfApp })
  }
  const settings = readFileSync(join(app, 'tsconfig.json'), 'utf8')
  writeFileSync(
    join(copy, 'tsconfig.json'),
    settings.replace('"../tsconfig.base.json"', '"../../tsconfig.base.json"'),
  )
  writeFileSync(join(copy, 'app/api/uncaught/route.ts'), uncaughtRoute)
  const config = readFileSync(join(app, 'next.config.ts'), 'utf8')
  writeFileSync(join(copy, 'next.config.ts'), config.replace('poweredByHeader: false,', `$& ${alias}`))
}

/** Tests stay behind: they point at files beside the app. */
function isPartOfApp(path: string): boolean {
  return !/\/testing$|\.(?:test|e2e)\.ts$/.test(path)
}
