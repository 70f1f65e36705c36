import { expect, test } from 'vitest'
import { refuseOtherMethods } from './refuse-other-methods.ts'

test('HT-13: a method that a route lacks is refused with those that it has', async () => {
  const response = refuseOtherMethods('POST').DELETE()
  expect([response.status, response.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST'])
  expect(await response.json()).toMatchObject({ code: 'method_not_allowed' })
  expect(refuseOtherMethods().POST().headers.get('Allow')).toBe('GET, HEAD, OPTIONS')
})
