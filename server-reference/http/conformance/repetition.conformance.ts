import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createdSchema, keyPageSchema, rotatedSchema } from '../../../src/contract/index.js'
import type { Cast } from '../server.conformance.js'
import { expectProblem, succeeded } from './person.conformance.js'

export function describeRepetition(castNow: () => Cast): void {
  describe('A request that is sent again (MG-10, fault 27)', () => {
    it('Makes no second key, and does not repeat the secret', async () => {
      const { ada } = castNow()
      const call = { body: { name: 'once' }, headers: { 'Idempotency-Key': 'attempt-1' } }
      const first = v.parse(createdSchema, succeeded(await ada.send('create', call), 201))
      const again = v.parse(createdSchema, succeeded(await ada.send('create', call), 201))
      expect(first.secret).not.toBeNull()
      expect(again).toEqual({ key: first.key, secret: null })
      expect(await countKeys(castNow())).toBe(1)
    })

    it('Is the same whether its key is quoted or bare', async () => {
      const { ada } = castNow()
      const body = { name: 'once' }
      const bare = await ada.send('create', { body, headers: { 'Idempotency-Key': 'attempt-1' } })
      const quoted = await ada.send('create', { body, headers: { 'Idempotency-Key': '"attempt-1"' } })
      expect(v.parse(createdSchema, succeeded(quoted, 201)).key.id).toBe(
        v.parse(createdSchema, succeeded(bare, 201)).key.id,
      )
    })

    it('Is refused when it asks for something else', async () => {
      const { ada } = castNow()
      const headers = { 'Idempotency-Key': 'attempt-1' }
      await ada.send('create', { body: { name: 'once' }, headers })
      expectProblem(await ada.send('create', { body: { name: 'twice' }, headers }), 'idempotency_mismatch')
      expect(await countKeys(castNow())).toBe(1)
    })

    it('Makes one key however many arrive together', async () => {
      const { ada } = castNow()
      const call = { body: { name: 'once' }, headers: { 'Idempotency-Key': 'attempt-1' } }
      const answers = await Promise.all(Array.from({ length: 5 }, () => ada.send('create', call)))
      const made = answers.filter(({ status }) => status === 201)
      expect(made.filter(({ json }) => v.parse(createdSchema, json).secret !== null)).toHaveLength(1)
      for (const answer of answers) if (answer.status !== 201) expectProblem(answer, 'idempotency_conflict')
      expect(await countKeys(castNow())).toBe(1)
    })

    it('Rotates once', async () => {
      const { ada } = castNow()
      const { key } = await ada.create()
      const call = { id: key.id, body: { overlapSeconds: 60 }, headers: { 'Idempotency-Key': 'turn' } }
      const first = v.parse(rotatedSchema, succeeded(await ada.send('rotate', call), 201))
      const again = v.parse(rotatedSchema, succeeded(await ada.send('rotate', call), 201))
      expect(again).toEqual({ ...first, secret: null })
      expect(await countKeys(castNow())).toBe(2)
    })

    it('Is another request when another person sends it', async () => {
      const { ada, grace } = castNow()
      const call = { body: { name: 'once' }, headers: { 'Idempotency-Key': 'attempt-1' } }
      const hers = v.parse(createdSchema, succeeded(await ada.send('create', call), 201))
      const others = v.parse(createdSchema, succeeded(await grace.send('create', call), 201))
      expect(others.key.id).not.toBe(hers.key.id)
      expect(others.secret).not.toBeNull()
    })

    it.each(['x'.repeat(256), '"open', 'two words'])('Is refused with the key %j', async (key) => {
      const call = { body: { name: 'once' }, headers: { 'Idempotency-Key': key } }
      expectProblem(await castNow().ada.send('create', call), 'bad_request')
    })
  })
}

async function countKeys({ ada }: Cast): Promise<number> {
  return v.parse(keyPageSchema, succeeded(await ada.send('list'))).page.total
}
