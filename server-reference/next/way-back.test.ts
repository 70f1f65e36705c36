import { describe, expect, test } from 'vitest'
import { safeWayBack, signInLocation } from './way-back.js'

describe('The way back after signing in', () => {
  test('It is the page that was asked for, with its query', () => {
    const location = signInLocation('/sign-in', 'http://app.test/apps/a1?tab=keys&_rsc=1x2y')
    expect(location.href).toBe('http://app.test/sign-in?next=%2Fapps%2Fa1%3Ftab%3Dkeys')
    expect(safeWayBack(location.searchParams.get('next'))).toBe('/apps/a1?tab=keys')
  })

  test('A sign-in page elsewhere gets the path too', () => {
    const location = signInLocation('https://accounts.test/in?a=1', 'http://app.test/settings')
    expect(location.href).toBe('https://accounts.test/in?a=1&next=%2Fsettings')
  })

  test.each([
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '\\/evil.test',
    '/\tevil.test',
    '/\n/evil.test',
    '/.//evil.test',
    '/..//evil.test',
    '/a/..//evil.test',
    'javascript:alert(1)',
    'evil.test',
    ' /settings',
    '',
    null,
    undefined,
  ])('%j does not lead away', (text) => {
    expect(safeWayBack(text)).toBe('/')
    expect(safeWayBack(text, '/settings')).toBe('/settings')
  })

  test.each(['/', '/settings', '/apps/a1?tab=keys#top', '/a/../b'])('%s stays on this origin', (text) => {
    const way = safeWayBack(text, '/fallback')
    expect(new URL(way, 'http://app.test').href).toBe(new URL(text, 'http://app.test').href)
  })
})
