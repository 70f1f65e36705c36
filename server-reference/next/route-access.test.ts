import { describe, expect, test } from 'vitest'
import { createRouteGuard, type RouteLists } from './route-access.js'

const lists: RouteLists = {
  protectedWithKeys: ['/api/orders(.*)', '/blog/admin(.*)'],
  protectedWithEither: ['/api/whoami'],
  publicRoutes: ['/', '/sign-in(.*)', '/blog(.*)', '/api/orders/public'],
}

function accessTo(target: string, guard = createRouteGuard(lists)) {
  const url = new URL(`http://app.test${target}`)
  return guard(url.pathname, new Request(url))
}

describe('Who may pass where', () => {
  test.each([
    ['/api/orders', 'key'],
    ['/api/orders/1', 'key'],
    ['/api/whoami', 'either'],
    ['/', 'public'],
    ['/sign-in', 'public'],
    ['/sign-in/', 'public'],
    ['/blog/a-post', 'public'],
    ['/settings', 'session'],
    ['/api/keys', 'session'],
    ['/api/orders-old', 'session'],
  ])('%s: %s', (target, access) => {
    expect(accessTo(target)).toBe(access)
  })

  test('MW-11: what is protected with keys wins over what is public', () => {
    expect(accessTo('/api/orders/public')).toBe('key')
    expect(accessTo('/blog/admin')).toBe('key')
  })

  test('MW-11: a route in no list needs a session, whatever it looks like', () => {
    for (const target of ['/logo.png', '/a.b/c.d', '/_next/data/x/settings.json', '/sign-in.json', '/%20']) {
      expect(accessTo(target)).toBe('session')
    }
  })
})

describe('The files of the build', () => {
  test.each([
    '/_next/static/chunks/0a1b.js',
    '/_next/static/media/font.woff2',
    '/_next/static/chunks/app/%5Bid%5D/page.js',
  ])('%s is open, or no public page could run its scripts', (target) => {
    expect(accessTo(target)).toBe('public')
  })

  test.each(['/_next/static', '/_next//static/x.js', '/_NEXT/static/x.js', '/a/_next/static/x.js'])(
    '%s is none',
    (target) => {
      expect(accessTo(target)).toBe('session')
    },
  )

  test('leads nowhere else', () => {
    expect(accessTo('/_next/static/../../api/orders')).toBe('key')
    expect(accessTo('/_next/static/%2e%2e/%2e%2e/blog/admin')).toBe('key')
    expect(accessTo('/_next/static/..%2f..%2fapi/orders')).toBe('malformed')
  })
})

describe('What browsers and crawlers fetch before anybody can sign in', () => {
  test.each([
    '/favicon.ico',
    '/robots.txt',
    '/sitemap.xml',
    '/manifest.webmanifest',
    '/icon.svg',
    '/icon2.png',
    '/apple-icon.png',
    '/opengraph-image.jpg',
  ])('%s is open', (target) => {
    expect(accessTo(target)).toBe('public')
  })

  test.each(['/icon', '/a/favicon.ico', '/FAVICON.ICO', '/favicon.ico/x', '/%66avicon.ico', '/my-icon.png'])(
    'MW-11: %s is no such file',
    (target) => {
      expect(accessTo(target)).toBe('session')
    },
  )

  test('A list that names one decides', () => {
    const guard = createRouteGuard({ protectedWithKeys: ['/api(.*)', '/sitemap.xml'] })
    expect(accessTo('/sitemap.xml', guard)).toBe('key')
  })
})

describe('An image that Next resizes', () => {
  const resized = (source: string) => `/_next/image?w=64&q=75&url=${encodeURIComponent(source)}`

  test.each([
    ['/_next/static/media/hero.png', 'public'],
    ['/blog/hero.png', 'public'],
    ['/blog/hero.png?v=2', 'public'],
    ['/hero.png', 'session'],
    ['/blog/../hero.png', 'session'],
    ['/blog/admin/plan.png', 'key'],
    ['/api/orders/1.png', 'key'],
    ['/blog%2f..%2fhero.png', 'malformed'],
    ['https://images.test/hero.png', 'public'],
  ])('is as open as the image: %s', (source, access) => {
    expect(accessTo(resized(source))).toBe(access)
  })

  test.each([
    '/_next/image',
    '/_next/image?url=',
    '/_next/image?url=/blog/a.png&url=/hero.png',
    resized('//images.test/blog/hero.png'),
    resized('/\\images.test/blog/hero.png'),
    // What reads addresses leaves these out, and the first folder is a host then.
    resized('/\t/hero/blog/hero.png'),
    resized('/\n\\hero/blog/hero.png'),
    resized('blog/hero.png'),
    resized('data:image/png,'),
    resized(resized('/blog/hero.png')),
    resized('/blog/hero.png').replace('image', '%69mage'),
    resized('/blog/hero.png').replace('image', 'images'),
  ])('MW-11: %s, which Next refuses, is closed', (target) => {
    expect(accessTo(target)).toBe('session')
  })

  test('is looked for below the base path of the app', () => {
    const guard = createRouteGuard(lists)
    const ask = (source: string) =>
      guard('/_next/image', new Request(`http://app.test/shop${resized(source)}`))
    expect(ask('/shop/blog/hero.png')).toBe('public')
    expect(ask('/shop/hero.png')).toBe('session')
  })

  test('A function in a list is asked about the image', () => {
    const guard = createRouteGuard({
      protectedWithKeys: '/api(.*)',
      publicRoutes: (request) => new URL(request.url).pathname === '/hero.png',
    })
    expect(accessTo(resized('/hero.png'), guard)).toBe('public')
    expect(accessTo('/_next/image?url=/other.png', guard)).toBe('session')
  })
})

describe('No spelling of a protected path opens it', () => {
  test.each([
    '/blog/admin/',
    '//blog/admin',
    '/blog//admin',
    '/blog/%61dmin',
    '/%62log/admin/users',
    '/blog/x/../admin',
    '/blog/x/%2e%2e/admin',
    '/blog/admin.rsc',
    '/blog/admin.prefetch.rsc',
    '/blog/admin.segments/_tree.segment.rsc',
    '/_next/data/build/blog/admin.json',
    '/blog/ADMIN',
    '/Blog/Admin/users',
    '/blog/admin?x=/blog/post',
    '/blog\\admin',
  ])('MW-8, MW-16: %s', (target) => {
    expect(accessTo(target)).toBe('key')
  })

  test.each(['/blog%2fadmin', '/blog/%5cadmin', '/blog/admin%00', '/blog/admin%0a', '/blog/%', '/blog/%ff'])(
    'MW-8: %s is refused',
    (target) => {
      expect(accessTo(target)).toBe('malformed')
    },
  )

  test('MW-8: a path that is malformed is refused before any list is asked', () => {
    const guard = createRouteGuard({ protectedWithKeys: '/api(.*)', publicRoutes: () => true })
    expect(accessTo('/sign-in%2f..', guard)).toBe('malformed')
  })
})

describe('MW-10: a public route is public only as it is written', () => {
  test.each(['/%73ign-in', '//sign-in', '/sign-in.rsc', '/_next/data/build/sign-in.json', '/SIGN-IN'])(
    '%s needs a session',
    (target) => {
      expect(accessTo(target)).toBe('session')
    },
  )

  test('A route for keys or people asks for a session where its spelling is odd', () => {
    expect(accessTo('/api/%77hoami')).toBe('session')
    expect(accessTo('//api/whoami')).toBe('session')
  })
})

describe('MW-11: lists that cannot be meant throw at start', () => {
  test('Empty ones', () => {
    expect(() => createRouteGuard({})).toThrow(/no route is protected with keys/)
    expect(() => createRouteGuard({ protectedWithKeys: [], publicRoutes: '/' })).toThrow(
      /no route is protected/,
    )
  })

  test('One pattern in two of them', () => {
    const both = { protectedWithKeys: ['/a', '/b'], publicRoutes: ['/b'] }
    expect(() => createRouteGuard(both)).toThrow('the route pattern "/b" is in two lists')
    const middle = { protectedWithKeys: '/a', protectedWithEither: /\/c/, publicRoutes: /\/c/ }
    expect(() => createRouteGuard(middle)).toThrow('is in two lists')
  })

  test('A list may be a single pattern, or name one twice', () => {
    const guard = createRouteGuard({ protectedWithKeys: ['/a', '/a'], publicRoutes: /\/b/ })
    expect(accessTo('/a', guard)).toBe('key')
    expect(accessTo('/b', guard)).toBe('public')
  })
})
