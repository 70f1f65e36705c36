import { describe, expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import type { CreateInput, RevokeInput } from '../contract/index.js'
import type { CallOptions, ListKeys } from './api-key-client.js'
import { type Act, askFirst } from './ask-first.js'
import { createFetchClient } from './create-fetch-client.js'

function setUp(approve: (act: Act, at: CallOptions) => boolean | Promise<boolean>) {
  const backend = createMockBackend({ seed: seeds.one, now: mockNow })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  const writes = () => backend.calls.filter(({ method }) => method !== 'GET')
  return { client: askFirst(client, approve), plain: client, writes }
}

describe('A client that asks first', () => {
  it('writes what the host agrees to, and tells what that is', async () => {
    const approve = vi.fn(() => true)
    const { client } = setUp(approve)
    const { key } = await client.create({ name: 'nightly' })
    await client.rotate?.(key.id, { overlapSeconds: 60 })
    expect(approve.mock.calls).toEqual([
      [{ action: 'create', input: { name: 'nightly' } }, {}],
      [{ action: 'rotate', id: key.id, input: { overlapSeconds: 60 } }, {}],
    ])
  })

  it.each(['create', 'update', 'rotate', 'revoke', 'bulk'] as const)(
    'sends nothing of a %s that the host declines',
    async (action) => {
      const { client, writes } = setUp((act) => act.action !== action)
      const id = (await client.list({})).keys[0]?.id ?? ''
      const act = {
        create: () => client.create({ name: 'nightly' }),
        update: () => client.update?.(id, { name: 'other' }, 1),
        rotate: () => client.rotate?.(id, { overlapSeconds: 0 }),
        revoke: () => client.revoke?.(id, {}),
        bulk: () => client.bulk?.({ action: 'revoke', ids: [id] }),
      }
      await expect(act[action]()).rejects.toMatchObject({ code: 'declined' })
      expect(writes()).toEqual([])
    },
  )

  it('takes a host that fails for one that declines: nobody must believe that something may have happened', async () => {
    const cause = new Error('The window was closed')
    const { client, writes } = setUp(() => Promise.reject(cause))
    await expect(client.create({ name: 'nightly' })).rejects.toMatchObject({ code: 'declined', cause })
    expect(writes()).toEqual([])
  })

  it('stands before a client whose methods are those of its class, and knows the backend and its time', async () => {
    const { plain } = setUp(() => true)
    class Own {
      readonly #inner = plain
      get backend() {
        return '/own'
      }
      clockOffsetMs() {
        return this.#inner.clockOffsetMs() + 1000
      }
      toSearch(typed: string) {
        return `${this.backend} ${typed}`
      }
      list(query: ListKeys) {
        return this.#inner.list(query)
      }
      create(input: CreateInput) {
        return this.#inner.create(input)
      }
      revoke(id: string, input: RevokeInput) {
        return this.#inner.revoke(id, input)
      }
    }
    const client = askFirst(new Own(), () => true)
    const { key } = await client.create({ name: 'nightly' })
    await client.revoke?.(key.id, {})
    expect((await client.list({})).keys).toHaveLength(2)
    expect(client.backend).toBe('/own')
    expect(client.clockOffsetMs?.()).toBe(plain.clockOffsetMs() + 1000)
    expect(client.toSearch?.('typed')).toBe('/own typed')
  })

  it('asks once about an act of several requests, and about all of it', async () => {
    const approve = vi.fn(() => true)
    const { client } = setUp(approve)
    const whole = { action: 'disable' as const, ids: ['AAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBB'] }
    for (const id of whole.ids) await client.bulk?.({ ...whole, ids: [id] }, { portionOf: whole })
    expect(approve.mock.calls).toEqual([[{ action: 'bulk', input: whole }, {}]])
  })

  it('sends nothing that is called off while it asks, tells the host, and asks nothing that is called off before', async () => {
    const stop = new AbortController()
    const heard: (AbortSignal | undefined)[] = []
    const { client, writes } = setUp((_, { signal }) => {
      heard.push(signal)
      return new Promise(() => undefined)
    })
    const asked = client.create({ name: 'nightly' }, { signal: stop.signal })
    stop.abort()
    await expect(asked).rejects.toMatchObject({ code: 'declined' })
    expect(heard).toEqual([stop.signal])
    await expect(client.create({ name: 'nightly' }, { signal: stop.signal })).rejects.toMatchObject({
      code: 'declined',
    })
    expect(heard).toHaveLength(1)
    expect(writes()).toEqual([])
  })

  it('lacks what the client lacks, and reads without asking', async () => {
    const approve = vi.fn(() => false)
    const { client, plain } = setUp(approve)
    expect(askFirst({ list: plain.list, create: plain.create }, approve).revoke).toBeUndefined()
    expect((await client.list({})).keys).toHaveLength(1)
    expect(approve).not.toHaveBeenCalled()
  })
})
