import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createPublicKeys } from './create-public-keys.js'
import { createSigner } from './signer.conformance.js'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

function open(...published: unknown[]) {
  const asked: string[] = []
  const errors: unknown[] = []
  const world = { now: 0, answer: (): Promise<Response> => publish(...published) }
  const keys = createPublicKeys({
    url: 'https://keys.test/',
    fetch: async (input) => {
      asked.push(String(input))
      return world.answer()
    },
    timeoutMs: 1_000,
    now: () => world.now,
    onError: (error) => errors.push(error),
  })
  const find = async (identifier: string) => (await keys.find(identifier)).status
  return { asked, errors, world, find, keys }
}

const publish = async (...public_keys: unknown[]) => Response.json({ public_keys })
const down = () => Promise.reject(new Error('down'))
const one = createSigner('one').published
const two = createSigner('two').published

describe('The keys that reports are signed with (OP-5)', () => {
  it('are fetched when they are needed, once for all who wait, and kept for an hour', async () => {
    const { find, asked, world } = open(one, two)
    expect(asked).toEqual([])
    expect(await Promise.all([find('one'), find('two'), find('one')])).toEqual(['found', 'found', 'found'])
    world.now = hourMs - 1
    expect([await find('two'), asked]).toEqual(['found', ['https://keys.test/']])
    world.now = hourMs
    expect([await find('two'), asked.length]).toEqual(['found', 2])
  })

  it('are asked for again for one that is new, and not without end for those that nobody has', async () => {
    const { find, asked, world } = open(one)
    await find('one')
    for (let count = 0; count < 50; count += 1) expect(await find(`invented ${count}`)).toBe('unknown')
    expect(asked).toHaveLength(1)
    world.now = minuteMs
    world.answer = () => publish(one, two)
    expect([await find('two'), asked.length]).toEqual(['found', 2])
  })

  it('hold while they cannot be fetched, and no other is taken for unknown then', async () => {
    const { find, asked, world, errors, keys } = open(one)
    await find('one')
    world.now = hourMs
    world.answer = down
    expect([await find('one'), await find('one'), asked.length]).toEqual(['found', 'found', 2])
    expect(errors).toHaveLength(1)
    world.now += 20_000
    expect(await keys.find('two')).toEqual({ status: 'unavailable', retryAfterSeconds: 40 })
    world.now += 40_000
    world.answer = () => publish(two)
    expect([await find('two'), await find('one')]).toEqual(['found', 'unknown'])
  })

  it.each([
    ['nobody answers', down],
    ['the answer is an error', async () => new Response('busy', { status: 429 })],
    ['the answer is no JSON', async () => new Response('<html>')],
    ['the answer is something else', async () => Response.json({ keys: [] })],
    ['there are none', async () => publish()],
    ['none of them can be used', async () => publish({ ...one, key: 'x' }, { ...two, is_current: false })],
    ['the answer does not come', () => new Promise<Response>(() => {})],
  ])('are not there where %s, and are tried again a minute later', async (_, answer) => {
    const { keys, find, world, asked } = open(one)
    world.answer = answer
    expect(await keys.find('one')).toEqual({ status: 'unavailable', retryAfterSeconds: 60 })
    world.answer = () => publish(one)
    expect([await find('one'), asked.length]).toEqual(['unavailable', 1])
    world.now = minuteMs
    expect(await find('one')).toBe('found')
  })

  it('are those of the right kind that are current', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey
    const other = { key_identifier: 'rsa', key: rsa.export({ type: 'spki', format: 'pem' }).toString() }
    const { find } = open(other, { ...two, is_current: false }, { ...one, is_current: undefined })
    expect([await find('rsa'), await find('two'), await find('one')]).toEqual(['unknown', 'unknown', 'found'])
  })
})
