import { describe, expect, it } from 'vitest'
import { insertAll, listOrThrow, sampleKey } from './sample.conformance.js'
import { type OpenStore, withStore } from './with-store.conformance.js'

export function describeSearch(open: OpenStore): void {
  describe('a search', () => {
    const held = withStore(open)
    const namesFound = async (search: string) =>
      (await listOrThrow(held.store, { search, sort: 'name' })).keys.map(({ name }) => name)

    it('looks into the name, the description and both ends of the key, in any case', async () => {
      await insertAll(
        held.store,
        sampleKey({ name: 'Payments' }),
        sampleKey({ name: 'a', description: 'Pays the bills' }),
        sampleKey({ name: 'b', start: 'xPaY' }),
        sampleKey({ name: 'c', end: 'PAYx' }),
        sampleKey({ name: 'd', description: 'nothing' }),
      )
      expect(await namesFound('pay')).toEqual(['a', 'b', 'c', 'Payments'])
      expect(await namesFound('PAY')).toEqual(['a', 'b', 'c', 'Payments'])
      expect(await namesFound('pays the')).toEqual(['a'])
      expect(await namesFound('payz')).toEqual([])
    })

    it('knows the case of every alphabet, and either way to write an accent', async () => {
      await insertAll(held.store, sampleKey({ name: 'ŻÓŁW' }), sampleKey({ name: 'Καφές' }))
      expect(await namesFound('żółw')).toEqual(['ŻÓŁW'])
      expect(await namesFound('zo\u0301łw')).toEqual([])
      expect(await namesFound('Z\u0307o\u0301łw')).toEqual(['ŻÓŁW'])
      expect(await namesFound('ΚΑΦΈ')).toEqual(['Καφές'])
    })

    it.each(['%', '_', '\\', "'", '"', '*', '?', '['])('takes %s for itself', async (character) => {
      await insertAll(
        held.store,
        sampleKey({ name: `a${character}b` }),
        sampleKey({ name: 'plain' }),
        sampleKey({ name: 'axb', description: 'a b' }),
      )
      expect(await namesFound(character)).toEqual([`a${character}b`])
      expect(await namesFound(`A${character}B`)).toEqual([`a${character}b`])
    })

    it('does not run from one field into the next', async () => {
      await insertAll(held.store, sampleKey({ name: 'ab', description: 'cd' }))
      expect(await namesFound('abcd')).toEqual([])
      expect(await namesFound('b\nc')).toEqual([])
    })

    it('finds everything where it is empty, and narrows what a status leaves', async () => {
      await insertAll(
        held.store,
        sampleKey({ name: 'one' }),
        sampleKey({ name: 'two', disabledAt: '2026-01-01T00:00:00.000Z' }),
      )
      expect(await namesFound('')).toEqual(['one', 'two'])
      const answer = await listOrThrow(held.store, { search: 'o', statuses: ['disabled'] })
      expect(answer.keys.map(({ name }) => name)).toEqual(['two'])
      expect(answer.page.total).toBe(1)
      expect(answer.counts.total).toBe(2)
    })
  })
}
