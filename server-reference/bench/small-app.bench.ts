import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { productionEnvironment, type RunningApp, startApp } from '../app/testing/running-app.ts'

const root = join(import.meta.dirname, '../..')
const next = join(root, 'node_modules/next/dist/bin/next')

const latchkey = `
import { createLatchkey, memoryRateLimits } from 'latchkey/server'
import { postgresStore } from 'latchkey/stores/postgres'
import { sqliteStore } from 'latchkey/stores/sqlite'
import { createAuth } from 'latchkey/next'
const onStore = (store) => createAuth(createLatchkey({
  store,
  session: () => null,
  scopes: [{ name: 'orders:read', description: 'Read orders' }],
  limits: { limiter: memoryRateLimits(), default: { limit: 1_000_000, windowSeconds: 1 } },
}))
export const onSqlite = onStore(sqliteStore({ path: process.env.BENCH_SQLITE ?? '' }))
export const onPostgres = onStore(postgresStore({ url: process.env.BENCH_POSTGRES ?? '' }))
`
const open = `
export const dynamic = 'force-dynamic'
export function GET() {
  return Response.json({ orders: [] })
}
`
const keptOn = (store: string) => `
import { ${store} } from '../../latchkey'
export const dynamic = 'force-dynamic'
export const GET = ${store}.withKeyAuth({ scopes: ['orders:read'] }, () => Response.json({ orders: [] }))
`
const proxy = `
import { NextResponse } from 'next/server'
export default function proxy() {
  return NextResponse.next()
}
export const config = { matcher: '/api/:path*' }
`
const settings = `
export default { poweredByHeader: false, turbopack: { root: ${JSON.stringify(root)} }, outputFileTracingRoot: ${JSON.stringify(root)} }
`

/** The smallest app that has something to protect: the same route open and kept, with a proxy that does nothing or none. */
export async function startSmallApp(
  withProxy: boolean,
  databases: { sqlite: string; postgres: string },
): Promise<RunningApp> {
  // Below the root, so that packages resolve, and ignored by everything else.
  const folder = join(root, '.playwright', withProxy ? 'bench-proxy' : 'bench-plain')
  rmSync(folder, { recursive: true, force: true })
  for (const [path, text] of Object.entries({
    'app/latchkey.js': latchkey,
    'app/api/open/route.ts': open,
    'app/api/kept-sqlite/route.js': keptOn('onSqlite'),
    'app/api/kept-postgres/route.js': keptOn('onPostgres'),
    'next.config.mjs': settings,
    ...(withProxy && { 'proxy.ts': proxy }),
  })) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  const variables = { BENCH_SQLITE: databases.sqlite, BENCH_POSTGRES: databases.postgres }
  const env = { ...process.env, ...productionEnvironment, ...variables }
  const build = spawnSync(process.execPath, [next, 'build', folder], { encoding: 'utf8', env })
  if (build.status !== 0)
    throw new Error(`The small app could not be built.\n${build.stdout}\n${build.stderr}`)
  return startApp([next, 'start', folder], variables)
}
