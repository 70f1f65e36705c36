import { describe, expect, test } from 'vitest'
import { compilePattern, type RoutePattern } from './route-pattern.js'

const matches = (pattern: RoutePattern, path: string, ignoreCase = false) =>
  compilePattern(pattern, { ignoreCase })({ path, request: new Request(new URL(path, 'http://app.test')) })

describe('MW-9: a pattern matches whole segments', () => {
  test.each([
    ['/api/orders', ['/api/orders', '/api/orders/'], ['/api', '/api/orders/1', '/api/orders2', '/api/order']],
    [
      '/api/orders(.*)',
      ['/api/orders', '/api/orders/1', '/api/orders/1/2'],
      ['/api/orders-old', '/api/orders2'],
    ],
    ['/api/(.*)', ['/api', '/api/a', '/api/a/b'], ['/apis', '/', '/api2/a']],
    ['/(.*)', ['/', '/a', '/a/b'], []],
    ['/', ['/'], ['/a', '/a/b']],
    ['/a/:id', ['/a/1', '/a/x.y'], ['/a', '/a/1/2', '/b/1']],
    ['/a/:id/c', ['/a/1/c'], ['/a/c', '/a/1/2/c', '/a/1/d']],
    ['/a/:id?', ['/a', '/a/1'], ['/a/1/2', '/ab']],
    ['/a/:path*', ['/a', '/a/1', '/a/1/2'], ['/ab', '/']],
    ['/a/:path+', ['/a/1', '/a/1/2'], ['/a', '/ab/1']],
    ['/a/*', ['/a/1', '/a/1/2'], ['/a', '/ab/1']],
    ['/a/:id/(.*)', ['/a/1', '/a/1/2/3'], ['/a', '/b/1']],
    ['/café', ['/caf%C3%A9'], ['/cafe']],
    ['/sign-in(.*)', ['/sign-in', '/sign-in/factor'], ['/sign-in-as-anybody']],
  ])('%s', (pattern, inside, outside) => {
    for (const path of inside) expect([path, matches(pattern, path)]).toEqual([path, true])
    for (const path of outside) expect([path, matches(pattern, path)]).toEqual([path, false])
  })

  test('Case counts, unless the list is strict and ignores it', () => {
    expect(matches('/api/Orders', '/API/orders')).toBe(false)
    expect(matches('/api/Orders', '/API/orders', true)).toBe(true)
    expect(matches(/\/api\/orders/, '/API/orders', true)).toBe(true)
  })

  test('A regular expression must match the whole path and remembers nothing', () => {
    const pattern = compilePattern(/\/public|\/open/g, { ignoreCase: false })
    const ask = (path: string) => pattern({ path, request: new Request('http://app.test/') })
    expect([ask('/public'), ask('/public'), ask('/open')]).toEqual([true, true, true])
    expect([ask('/api/public'), ask('/public/keys'), ask('/open2')]).toEqual([false, false, false])
  })

  test('A function decides by the request', () => {
    const isPost: RoutePattern = (request) => request.method === 'POST'
    const pattern = compilePattern(isPost, { ignoreCase: false })
    expect(pattern({ path: '/', request: new Request('http://app.test/', { method: 'POST' }) })).toBe(true)
    expect(pattern({ path: '/', request: new Request('http://app.test/') })).toBe(false)
  })

  test('A function that answers a promise is refused instead of taken for true', () => {
    // The type forbids it; JavaScript does not.
    const late = (async () => false) as unknown as () => boolean
    expect(() => matches(late, '/')).toThrow(/neither true nor false/)
  })

  test('MW-9: matching the longest path takes no longer than its length', () => {
    const pattern = compilePattern('/:a/:b/:c/:d/(.*)', { ignoreCase: true })
    const request = new Request('http://app.test/')
    let asked = 0
    for (let round = 0; round < 200; round += 1) {
      if (!pattern({ path: '/a'.repeat(1024), request })) throw new Error('It must match.')
      asked += 1
    }
    expect(asked).toBe(200)
  })
})

describe('MW-11: a pattern that could be misread throws at start', () => {
  test.each([
    '',
    'api/orders',
    '/api/(.*)/keys',
    '/api/(?!public).*',
    '/api/*/keys',
    '/api/:path*/keys',
    '/api/v:version',
    '/api/:path*(.*)',
    '/api//orders',
    '/api/../keys',
    '/api/%2f',
    '/api/%zz',
    '/api/{a,b}',
    '/feed.rsc',
  ])('"%s"', (pattern) => {
    expect(() => compilePattern(pattern, { ignoreCase: false })).toThrow(/^Latchkey: the route pattern/)
  })
})
