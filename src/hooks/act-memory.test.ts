import { describe, expect, it } from 'vitest'
import { type ClientErrorCode, LatchkeyError } from '../client/index.js'
import { createActMemory } from './act-memory.js'

describe('the idempotency key of an act (MG-10)', () => {
  it.each<ClientErrorCode>([
    'unreachable',
    'timeout',
    'unknown',
    'internal_error',
    'store_unavailable',
    'idempotency_conflict',
  ])('stays the same after %s, which leaves open what happened', async (code) => {
    const { first, second } = await twice(code, { name: 'ci' }, { name: 'ci' })
    expect(second).toBe(first)
  })

  it.each<ClientErrorCode>([
    'name_taken',
    'validation_failed',
    'forbidden',
    'idempotency_mismatch',
    'not_loaded',
    'offline',
  ])('is a new one after %s, which says that nothing was done', async (code) => {
    const { first, second } = await twice(code, { name: 'ci' }, { name: 'ci' })
    expect(second).not.toBe(first)
  })

  it('stays the same where an attempt in between was never sent', async () => {
    const acts = createActMemory<unknown, string>()
    const keys: string[] = []
    for (const code of ['unreachable', 'offline', 'declined'] as const) {
      const attempt = async (key: string) => {
        keys.push(key)
        throw new LatchkeyError(code, '')
      }
      await acts.run({ name: 'ci' }, attempt).catch(() => undefined)
    }
    expect(new Set(keys).size).toBe(1)
    expect(keys).toHaveLength(3)
  })

  it('is a new one for another input', async () => {
    const { first, second } = await twice('timeout', { name: 'ci' }, { name: 'cd' })
    expect(second).not.toBe(first)
  })

  it('is a new one after success', async () => {
    const acts = createActMemory<unknown, string>()
    const answer = async (key: string) => key
    expect(await acts.run('same', answer)).not.toBe(await acts.run('same', answer))
  })

  it('stays, with what was sent, for one that means the same and is spelled otherwise', async () => {
    const acts = createActMemory<string, string>()
    const sent: string[] = []
    const attempt = async (key: string, input: string) => {
      sent.push(`${input} ${key}`)
      throw new LatchkeyError('timeout', '')
    }
    await acts.run('until 17:40:00', attempt, '90 days').catch(() => undefined)
    await acts.run('until 17:41:00', attempt, '90 days').catch(() => undefined)
    await acts.run('until 17:42:00', attempt, '30 days').catch(() => undefined)
    const [first, second, third] = sent
    expect(first).toMatch(/^until 17:40:00 /)
    expect(second).toBe(first)
    expect(third?.split(' ').at(-1)).not.toBe(first?.split(' ').at(-1))
  })

  it('is not joined to what is over', async () => {
    const acts = createActMemory<string, string>()
    const slow = acts.run('a', async (key) => key, 'the same')
    expect(await acts.run('b', async (key) => key, 'the same')).toBe(await slow)
    expect(await acts.run('b', async (key) => key, 'the same')).not.toBe(await slow)
  })

  it('is 128 bits in hexadecimal', async () => {
    expect(await createActMemory<unknown, string>().run('', async (key) => key)).toMatch(/^[0-9a-f]{32}$/)
  })
})

async function twice(code: ClientErrorCode, one: unknown, other: unknown) {
  const acts = createActMemory<unknown, string>()
  const keys: string[] = []
  const attempt = async (key: string) => {
    keys.push(key)
    throw new LatchkeyError(code, '')
  }
  await acts.run(one, attempt).catch(() => undefined)
  await acts.run(other, attempt).catch(() => undefined)
  const [first, second] = keys
  return { first, second }
}
