import { describe, expect, test } from 'vitest'
import { canonicalPath } from './canonical-path.js'

/** As a server gets it: through the URL parser, which resolves dot segments and backslashes. */
const canonicalOf = (target: string) => canonicalPath(new URL(`http://app.test${target}`).pathname)

describe('MW-8: a path has one canonical form', () => {
  test.each([
    ['/', '/'],
    ['/api/orders', '/api/orders'],
    ['/api/orders/', '/api/orders'],
    ['//api///orders//', '/api/orders'],
    ['/%61pi/%6Frders', '/api/orders'],
    ['/api/orders%2D1%5f2%7e', '/api/orders-1_2~'],
    ['/caf%c3%a9', '/caf%C3%A9'],
    ['/café', '/caf%C3%A9'],
    ['/a b', '/a%20b'],
    ['/a/./b/../c', '/a/c'],
    ['/a/%2e%2e/c', '/c'],
    ['/API/Orders', '/API/Orders'],
  ])('%s is %s', (target, canonical) => {
    expect(canonicalOf(target)).toBe(canonical)
  })

  test('What is encoded is decoded once, so that a second layer stays what it was', () => {
    expect(canonicalOf('/%2561pi')).toBe('/%2561pi')
    expect(canonicalOf('/a/%252e%252e/b')).toBe('/a/%252e%252e/b')
  })

  test('A canonical path is its own canonical form', () => {
    for (const path of ['/', '/api/orders', '/caf%C3%A9', '/a%20b', '/%2561pi']) {
      expect(canonicalPath(path)).toBe(path)
    }
  })
})

describe('MW-16: the spellings of a page that Next adds are that page', () => {
  test.each([
    ['/api/orders.rsc', '/api/orders'],
    ['/settings.prefetch.rsc', '/settings'],
    ['/settings.segments/_tree.segment.rsc', '/settings'],
    ['/settings.segments/settings/__PAGE__.segment.rsc', '/settings'],
    ['/_next/data/build-1/settings.json', '/settings'],
    ['/_next/data/build-1/a/b.json', '/a/b'],
    ['/_next/data/build-1/index.json', '/'],
    ['/index.rsc', '/'],
    ['/api/orders/.rsc', '/api/orders'],
    ['/api//orders.rsc', '/api/orders'],
    ['/%61pi/orders%2Ersc', '/api/orders'],
  ])('%s is %s', (target, canonical) => {
    expect(canonicalOf(target)).toBe(canonical)
  })

  test('A file of that kind elsewhere keeps its name', () => {
    expect(canonicalOf('/reports/2026.json')).toBe('/reports/2026.json')
    expect(canonicalOf('/index')).toBe('/index')
    expect(canonicalOf('/rsc')).toBe('/rsc')
  })
})

describe('MW-8: a path with two readings is refused', () => {
  test.each([
    ['an encoded slash', '/api%2forders'],
    ['an encoded slash in capitals', '/api%2Forders'],
    ['an encoded backslash', '/api%5Corders'],
    ['an encoded NUL', '/api/orders%00'],
    ['an encoded line feed', '/api/orders%0a'],
    ['an encoded delete', '/api/orders%7F'],
    ['a lone percent sign', '/api/%'],
    ['half an escape', '/api/%6'],
    ['an escape that is not hexadecimal', '/api/%zz'],
    ['bytes that are not UTF-8', '/api/%ff'],
    ['an overlong slash', '/api%c0%aforders'],
    ['half a surrogate pair', '/api/%ed%a0%80'],
    ['a dot segment that a data suffix hid', '/api/..rsc'],
    ['two dots that a data suffix hid', '/api/...rsc'],
  ])('%s', (_, target) => {
    expect(canonicalOf(target)).toBeNull()
  })

  test('Characters that a URL parser would have changed are refused when they come in raw', () => {
    for (const raw of ['api', '', '/a\\b', '/a b', '/a\nb', '/a\0b', '/é', '/a/../b', '/a/%2e/b', '/./a']) {
      expect(canonicalPath(raw)).toBeNull()
    }
  })

  test('MW-9: a path of more than 2,048 characters is refused', () => {
    expect(canonicalPath(`/${'a'.repeat(2047)}`)).not.toBeNull()
    expect(canonicalPath(`/${'a'.repeat(2048)}`)).toBeNull()
  })
})
