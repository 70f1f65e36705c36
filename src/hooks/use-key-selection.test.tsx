import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useKeySelection } from './use-key-selection.js'

const managedBy = { name: 'Vercel' }
const keysNamed = (...ids: string[]) =>
  ids.map((id) => ({
    id,
    managedBy: id.startsWith('managed') ? managedBy : null,
    revokedAt: id.startsWith('revoked') ? '2026-11-23T17:40:00.000Z' : null,
  }))

describe('a selection', () => {
  it('takes single keys, ranges in either direction, and everything', () => {
    const { selection, ids } = setUp('a', 'b', 'c', 'd')
    act(() => selection().toggle('c'))
    expect(selection()).toMatchObject({ count: 1, allState: 'indeterminate' })
    act(() => selection().toggle('a', { range: true }))
    expect(ids()).toEqual(['a', 'b', 'c'])
    act(() => selection().toggle('b', { range: true }))
    expect(ids()).toEqual(['c'])
    act(() => selection().toggleAll())
    expect(selection()).toMatchObject({ count: 4, allState: true })
    act(() => selection().toggleAll())
    expect(selection()).toMatchObject({ count: 0, allState: false })
  })

  it('leaves out keys that nothing can be done to', () => {
    const { selection, ids } = setUp('a', 'managed', 'revoked', 'b')
    act(() => selection().toggle('managed'))
    act(() => selection().set(['revoked', 'b']))
    expect(ids()).toEqual(['b'])
    act(() => selection().toggle('a'))
    act(() => selection().toggle('b', { range: true }))
    expect(selection().selectable('revoked')).toBe(false)
    act(() => selection().toggleAll())
    expect(selection().allState).toBe(true)
  })

  it('survives a refetch, and forgets a key that left the list for good', () => {
    const { selection, ids, list } = setUp('a', 'b', 'c')
    act(() => selection().toggleAll())
    list(keysNamed('a', 'b', 'c'))
    expect(selection().count).toBe(3)
    list(keysNamed('b', 'c'))
    expect(ids()).toEqual(['b', 'c'])
    list(keysNamed('a', 'b', 'c'))
    expect(ids()).toEqual(['b', 'c'])
  })

  it('of one consumer is not one of another', () => {
    const { selection, list } = setUp('a', 'b')
    act(() => selection().toggleAll())
    list(keysNamed('a', 'b'), 'globex')
    expect(selection().count).toBe(0)
  })
})

function setUp(...names: string[]) {
  const view = renderHook(
    ({ keys, consumerId }: { keys: ReturnType<typeof keysNamed>; consumerId: string }) =>
      useKeySelection(keys, { consumerId }),
    { initialProps: { keys: keysNamed(...names), consumerId: 'acme' } },
  )
  return {
    selection: () => view.result.current,
    ids: () => [...view.result.current.ids].sort(),
    list: (keys: ReturnType<typeof keysNamed>, consumerId = 'acme') => view.rerender({ keys, consumerId }),
  }
}
