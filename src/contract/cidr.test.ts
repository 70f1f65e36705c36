import { describe, expect, it } from 'vitest'
import { inRange, parseAddress, parseCidr } from './cidr.js'

const matches = (address: string, range: string) => {
  const [bytes, parsed] = [parseAddress(address), parseCidr(range)]
  if (!bytes || !parsed) throw new Error(`Not readable: ${address} in ${range}`)
  return inRange(bytes, parsed)
}

describe('address ranges', () => {
  it.each([
    ['203.0.113.7', '203.0.113.7'],
    ['203.0.113.255', '203.0.113.0/24'],
    ['8.8.8.8', '0.0.0.0/0'],
    ['2001:db8::1', '2001:db8::/32'],
    ['2001:DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['::ffff:203.0.113.9', '203.0.113.0/24'],
    ['203.0.113.9', '::ffff:203.0.113.0/120'],
    ['::1', '::/0'],
  ])('%s lies in %s', (address, range) => expect(matches(address, range)).toBe(true))

  it.each([
    ['203.0.114.0', '203.0.113.0/24'],
    ['203.0.113.8', '203.0.113.0/29'],
    ['::1', '0.0.0.0/0'],
    ['127.0.0.1', '::/0'],
    ['2001:db9::1', '2001:db8::/32'],
  ])('%s does not lie in %s', (address, range) => expect(matches(address, range)).toBe(false))

  it.each([
    '',
    '1.2.3',
    '1.2.3.256',
    '01.2.3.4',
    '1.2.3.4/33',
    '1.2.3.4/',
    '1.2.3.4/-1',
    '1.2.3.4/8/8',
    ':::',
    '1::2::3',
    '2001:db8::/129',
    '2001:db8:0:0:0:0:0:0:1',
    '1:2:3:4:5:6:7::8:9',
    '::ffff:1.2.3.4.5',
    '1.2.3.4::',
    'fe80::1%eth0',
    'localhost',
    '0x7f.0.0.1',
    '2130706433',
  ])('"%s" is neither an address nor a range', (text) => expect(parseCidr(text)).toBeNull())
})
