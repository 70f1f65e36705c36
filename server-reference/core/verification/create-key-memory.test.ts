import { describe, expect, it } from 'vitest'
import type { StoreChange } from '../store-currency.js'
import { createKeyMemory } from './create-key-memory.js'
import { recordOf } from './record-of.conformance.js'

/** A store that has every key but those whose id begins with `un`, counts its reads, and can be made to wait. */
function openStore() {
  const listeners: ((change: StoreChange) => void)[] = []
  const state = { reads: 0, isProven: true, isRevoked: false, pause: null as Promise<void> | null }
  return {
    state,
    tell: (change: StoreChange) => {
      for (const listener of listeners) listener(change)
    },
    findForVerification: (id: string) => {
      state.reads += 1
      const found = id.startsWith('un') ? null : recordOf(id, { revoked: state.isRevoked })
      return state.pause ? state.pause.then(() => found) : found
    },
    currency: {
      onChange: (listener: (change: StoreChange) => void) => void listeners.push(listener),
      isProven: () => state.isProven,
    },
  }
}

describe('the memory of verified keys', () => {
  it('reads a key once', () => {
    const store = openStore()
    const { find } = createKeyMemory(store, 10)
    expect(find('a')).toMatchObject(recordOf('a'))
    expect(find('a')).toMatchObject(recordOf('a'))
    expect(store.state.reads).toBe(1)
  })

  it('is not used while the store cannot prove it current, nor filled (VF-7)', () => {
    const store = openStore()
    const { find } = createKeyMemory(store, 10)
    find('kept')
    store.state.isProven = false
    find('kept')
    find('new')
    expect(store.state.reads).toBe(3)
    store.state.isProven = true
    find('kept')
    expect(store.state.reads).toBe(3)
    find('new')
    expect(store.state.reads).toBe(4)
  })

  it('is none where the store has no proof, or the server wants none', () => {
    const store = openStore()
    const { currency: _, ...withoutProof } = store
    for (const { find } of [createKeyMemory(withoutProof, 10), createKeyMemory(store, 0)]) {
      find('a')
      find('a')
    }
    expect(store.state.reads).toBe(4)
  })

  it.each<[string, StoreChange, number]>([
    ['that key', { of: 'key', id: 'a' }, 1],
    ['all keys of its consumer', { of: 'consumer', id: 'app_1' }, 2],
    ['everything', { of: 'everything' }, 2],
    ['no other key', { of: 'key', id: 'c' }, 0],
    ['no other consumer’s keys', { of: 'consumer', id: 'app_2' }, 0],
  ])('forgets %s when the store tells of a change', (_, change, readAgain) => {
    const store = openStore()
    const { find } = createKeyMemory(store, 10)
    find('a')
    find('b')
    store.tell(change)
    find('a')
    find('b')
    expect(store.state.reads).toBe(2 + readAgain)
  })

  it('does not call current what it was told of between the look and the proof (VF-6)', () => {
    const store = openStore()
    const { find, peek, isCurrent } = createKeyMemory(store, 10)
    find('a')
    const known = peek('a')
    if (!known) throw new Error('what was found is kept')
    store.tell({ of: 'key', id: 'b' })
    expect(isCurrent(known)).toBe(true)
    store.state.isProven = false
    expect(isCurrent(known)).toBe(false)
    store.state.isProven = true
    store.tell({ of: 'key', id: 'a' })
    expect(isCurrent(known)).toBe(false)
    find('a')
    expect(isCurrent(known)).toBe(false)
  })

  it('does not keep what was read before a revocation and arrived after it (fault 22)', async () => {
    const store = openStore()
    const { find } = createKeyMemory(store, 10)
    let open = () => {}
    store.state.pause = new Promise((resolve) => {
      open = resolve
    })
    const early = find('a')
    // Between the read and the fill: the row was read, the key is revoked, and the change is told.
    store.state.isRevoked = true
    store.tell({ of: 'key', id: 'a' })
    open()
    expect(await early).toHaveProperty('revoked', false)
    store.state.pause = null
    expect(await find('a')).toHaveProperty('revoked', true)
    expect(store.state.reads).toBe(2)
  })

  it('does not remember that an id is nobody’s, so that a key works from the moment it is made (VF-8)', () => {
    const store = openStore()
    const { find } = createKeyMemory(store, 10)
    expect(find('unknown')).toBeNull()
    expect(find('unknown')).toBeNull()
    expect(store.state.reads).toBe(2)
  })

  it('holds so many keys and no more; those in use stay', () => {
    const store = openStore()
    const { find } = createKeyMemory(store, 100)
    find('busy')
    for (let index = 0; index < 10_000; index += 1) {
      find(`key ${index}`)
      find('busy')
    }
    expect(store.state.reads).toBe(10_001)
    let held = 0
    for (let index = 9_999; index >= 9_000; index -= 1) {
      const before = store.state.reads
      // The newest first, and no further once one has to be read: reading moves others out.
      find(`key ${index}`)
      if (store.state.reads > before) break
      held += 1
    }
    expect(held).toBeGreaterThanOrEqual(49)
    expect(held).toBeLessThanOrEqual(100)
  })
})
