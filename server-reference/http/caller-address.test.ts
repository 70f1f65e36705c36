import { describe, expect, test } from 'vitest'
import { createCallerAddress } from './caller-address.js'

const proxies = ['127.0.0.1', '10.0.0.0/8']

describe('HT-20: the caller’s address', () => {
  test.each([
    ['the socket’s, whatever the caller wrote', '203.0.113.7', '1.2.3.4', [], '203.0.113.7'],
    ['the socket’s, where it is no proxy of ours', '203.0.113.7', '1.2.3.4', proxies, '203.0.113.7'],
    ['what our proxy saw', '10.1.1.1', '203.0.113.7', proxies, '203.0.113.7'],
    ['what the outermost of our proxies saw', '127.0.0.1', '203.0.113.7, 10.2.2.2', proxies, '203.0.113.7'],
    ['never what the caller put in front', '10.1.1.1', '1.2.3.4, 203.0.113.7', proxies, '203.0.113.7'],
    ['our proxy’s own, where it wrote nothing', '10.1.1.1', '', proxies, '10.1.1.1'],
    ['our proxy’s own, where it wrote nonsense', '10.1.1.1', 'unknown', proxies, '10.1.1.1'],
    ['an IPv4 proxy that the socket shows as IPv6', '::ffff:10.1.1.1', '2001:db8::1', proxies, '2001:db8::1'],
  ])('%s', (_, socket, forwarded, trusted, caller) => {
    expect(createCallerAddress(trusted)(socket, forwarded)).toBe(caller)
  })

  test('A socket that has none gives none', () => {
    expect(createCallerAddress(proxies)(undefined, '203.0.113.7')).toBeNull()
  })

  test.each(['10.0.0.0/33', 'loopback', ''])('A proxy that is none (%j) is told at the start', (proxy) => {
    expect(() => createCallerAddress([proxy])).toThrow('is no address and no range')
  })
})
