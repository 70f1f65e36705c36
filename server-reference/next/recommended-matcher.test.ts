import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { unstable_doesMiddlewareMatch as doesMatch } from 'next/experimental/testing/server.js'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

describe.each(['README.md', 'server-reference/proxy.ts'])(
  'MW-13: the matcher that is recommended in %s',
  (file) => {
    const found = /export const config = \{ matcher: \['([^']+)'\] \}/.exec(
      readFileSync(join(root, file), 'utf8'),
    )
    const config = { matcher: [found?.[1] ?? ''] }

    test.each([
      '/api/orders',
      '/api/orders/a.b',
      '/api/orders.json',
      '/api/orders.rsc',
      '/api/orders/report.svg',
      '/api/keys/openapi.json',
      '/settings',
      '/_next/data/build/settings.json',
      '/favicon.ico',
    ])('leads %s past the guard', (path) => {
      expect(doesMatch({ config, url: path })).toBe(true)
    })

    test('leaves out what the sign-in page itself needs', () => {
      expect(doesMatch({ config, url: '/_next/static/chunks/main.js' })).toBe(false)
    })
  },
)
