import { describe, expect, it } from 'vitest'
import { initialListState, type ListEvent, type ListState, reduceList, toListParams } from './list-state.js'

const secretPart = '0000000000000000000000000000000000000000001'
const pasted = `lk_live_AbCdEfGhIjKlMnOp_${secretPart}XXezn9`

describe('what the server is asked for', () => {
  it('is what was typed, once typing rests', () => {
    const typed = life({ type: 'searchTyped', text: ' ci ' })
    expect(toListParams(typed)).toEqual({})
    expect(toListParams(reduceList(typed, { type: 'searchSettled' }))).toMatchObject({ search: 'ci' })
  })

  it('is the whole list at once when the search is cleared', () => {
    const cleared = life(
      { type: 'searchTyped', text: 'ci' },
      { type: 'searchSettled' },
      { type: 'searchCleared' },
    )
    expect(toListParams(cleared)).toEqual({})
  })

  it('does not depend on the order in which statuses were chosen', () => {
    const one = life(
      { type: 'statusToggled', status: 'active' },
      { type: 'statusToggled', status: 'expired' },
    )
    const other = life(
      { type: 'statusToggled', status: 'expired' },
      { type: 'statusToggled', status: 'active' },
    )
    expect(toListParams(one)).toEqual(toListParams(other))
  })

  it.each<ListEvent>([
    { type: 'searchSettled' },
    { type: 'searchCleared' },
    { type: 'statusToggled', status: 'active' },
    { type: 'statusesSet', statuses: ['revoked'] },
    { type: 'sortSet', sort: 'name' },
    { type: 'pageSizeSet', pageSize: 50 },
  ])('begins at the first page after $type', (event) => {
    const onPageTwo = life({ type: 'nextPage', cursor: 'two' }, { type: 'searchTyped', text: 'ci' })
    expect(toListParams(onPageTwo).cursor).toBe('two')
    expect(toListParams(reduceList(onPageTwo, event)).cursor).toBeUndefined()
  })

  it('goes one page on where "next" is pressed twice before the answer', () => {
    const twice = life({ type: 'nextPage', cursor: 'two' }, { type: 'nextPage', cursor: 'two' })
    expect(twice.cursors).toEqual(['two'])
  })
})

describe('a key that somebody pasted', () => {
  it.each([
    ['alone', pasted],
    ['with what stood around it', `  API_KEY=${pasted}\n`],
    ['cut at its end', pasted.slice(0, 40)],
    ['after its first secret character', pasted.slice(0, 26)],
  ])('is dropped %s, and its public id kept', (_case, text) => {
    const state = life({ type: 'searchTyped', text }, { type: 'searchSettled' })
    expect(state.search).toMatchObject({ mode: 'key', id: 'AbCdEfGhIjKlMnOp' })
    expect(JSON.stringify(state)).not.toContain('0000')
    expect(toListParams(state).search).toBe('AbCd')
  })

  it('shows its last four only where they are of the checksum', () => {
    expect(life({ type: 'searchTyped', text: pasted }).search).toMatchObject({ mask: 'lk_live_AbCd…ezn9' })
    const cut = pasted.slice(0, 40)
    expect(life({ type: 'searchTyped', text: cut }).search).toMatchObject({ mask: 'lk_live_AbCd…' })
  })
})

function life(...events: ListEvent[]): ListState {
  return events.reduce(reduceList, initialListState)
}
