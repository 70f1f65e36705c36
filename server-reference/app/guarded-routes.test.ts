import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

/** MW-14: what no list of the proxy opens must ask by itself who calls. Read, not run: a module that forgot is found. */
const app = import.meta.dirname
const modules = readdirSync(app, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?:^|\/)(?:route\.ts|page\.tsx)$/.test(path))
  .map((path) => ({ path, route: toRoute(path), text: readFileSync(join(app, path), 'utf8') }))
const proxy = readFileSync(join(app, '../proxy.ts'), 'utf8')
const open = listOf('publicRoutes')

describe('MW-14: every route', () => {
  test('is found, and so are the lists of the proxy', () => {
    expect(modules.map(({ route }) => route)).toEqual(
      expect.arrayContaining(['/', '/settings', '/apps/[consumerId]', '/api/orders', '/api/keys']),
    )
    expect(open).toContain('/sign-in')
    expect(proxy).toMatch(/^export default async function proxy/m)
    expect(proxy).toMatch(/authMiddleware\(latchkey, \{/)
  })

  test.each(modules.filter(({ route }) => !open.includes(route)))(
    '$route asks who calls',
    ({ path, text }) => {
      const guards = path.endsWith('page.tsx')
        ? /await requirePerson\(/
        : /\bwithKeyAuth\(|await auth\(\)|= keyHandlers$/m
      expect(text).toMatch(guards)
    },
  )

  test.each(listOf('protectedWithKeys'))('%s takes keys and nothing else', (route) => {
    const found = modules.find((module) => module.route === route)
    const methods =
      found?.text.match(/^export const (?:GET|POST|PUT|PATCH|DELETE) = .*\n\s*withKeyAuth\(/gm) ?? []
    const all = found?.text.match(/^export (?:const|async function) (?:GET|POST|PUT|PATCH|DELETE)\b/gm) ?? []
    expect(methods.length).toBeGreaterThan(0)
    expect(methods).toHaveLength(all.length)
  })
})

/** `api/keys/[[...path]]/route.ts` is `/api/keys`, as the lists call it without their `(.*)`. */
function toRoute(path: string): string {
  const folders = path.split('/').slice(0, -1)
  return `/${folders.filter((folder) => !folder.includes('...')).join('/')}`
}

function listOf(name: string): string[] {
  const list = new RegExp(`${name}: \\[([^\\]]*)\\]`).exec(proxy)?.[1] ?? ''
  return Array.from(list.matchAll(/'([^']+)'/g), (entry) => (entry[1] ?? '').replace('(.*)', ''))
}
