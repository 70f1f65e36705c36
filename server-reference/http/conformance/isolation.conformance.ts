import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  type ApiKey,
  bulkResultSchema,
  keyPageSchema,
  type OperationName,
  usageSchema,
} from '../../../src/contract/index.js'
import { type Cast, offers, requireOffered } from '../server.conformance.js'
import {
  type Answer,
  type Call,
  expectProblem,
  succeeded,
  toSha256,
  unknownId,
} from './person.conformance.js'

/** What a response may say about itself rather than about the key. */
const ofTheResponse: ReadonlySet<string> = new Set(['x-request-id', 'date', 'set-cookie'])

export function describeIsolation(castNow: () => Cast): void {
  describe("Somebody else's keys", () => {
    it.each<[OperationName, (key: Pick<ApiKey, 'version'>) => Call]>([
      ['get', () => ({})],
      ['activity', () => ({})],
      ['update', ({ version }) => ({ body: { name: 'mine' }, headers: { 'If-Match': `"${version}"` } })],
      ['rotate', () => ({ body: { overlapSeconds: 0 } })],
      ['revoke', () => ({})],
    ])('%s answers them byte for byte like an unknown id (MG-3)', async (name, toCall) => {
      const { ada, grace, server } = castNow()
      // What is not there at all is the same for everybody.
      if (!offers(server, name)) return
      const { key } = await ada.create()
      const hers = await grace.send(name, { ...toCall(key), id: key.id })
      const unknown = await grace.send(name, { ...toCall(key), id: unknownId })
      expectProblem(hers, 'not_found')
      expect(asSeen(hers)).toEqual(asSeen(unknown))
      expect(await ada.get(key.id)).toEqual(key)
    })

    it('Are in no list, no count and no series', async () => {
      const { ada, grace } = castNow()
      const { key } = await ada.create()
      const page = v.parse(keyPageSchema, succeeded(await grace.send('list')))
      expect([page.keys, page.page.total, page.counts.total]).toEqual([[], 0, 0])
      if (!offers(castNow().server, 'usage')) return
      const usage = await grace.send('usage', { query: { ids: key.id } })
      expect(v.parse(usageSchema, succeeded(usage)).series).toEqual({})
    })

    it('Are not found by the digest of their secret', async (context) => {
      requireOffered(castNow(), context, 'identify')
      const { ada, grace } = castNow()
      const { key, secret } = await ada.create()
      const body = { sha256: await toSha256(secret) }
      expect(succeeded(await ada.send('identify', { body }))).toEqual({ id: key.id })
      const hers = await grace.send('identify', { body })
      const unknown = await grace.send('identify', { body: { sha256: '0'.repeat(64) } })
      expectProblem(hers, 'not_found')
      expect(asSeen(hers)).toEqual(asSeen(unknown))
    })

    it('Are not touched in bulk, and the answer is that of an unknown id', async (context) => {
      requireOffered(castNow(), context, 'bulk')
      const { ada, grace } = castNow()
      const { key } = await ada.create()
      const body = { action: 'revoke', ids: [key.id, unknownId] }
      const { results } = v.parse(bulkResultSchema, succeeded(await grace.send('bulk', { body })))
      expect(results.map(({ error }) => error?.code)).toEqual(['not_found', 'not_found'])
      expect(results[0]?.error).toEqual(results[1]?.error)
      expect((await ada.get(key.id)).revokedAt).toBeNull()
    })

    it('Cannot be made, listed or asked about by naming whose they are (MG-2)', async () => {
      const { ada, grace } = castNow()
      const { consumerId } = (await ada.create()).key
      expectProblem(await grace.send('create', { body: { name: 'x', consumerId } }), 'forbidden')
      for (const name of ['list', 'scopes', 'capabilities'] as const) {
        expectProblem(await grace.send(name, { query: { consumerId } }), 'forbidden')
      }
    })

    it('May have names that are taken elsewhere', async () => {
      const { ada, grace } = castNow()
      await ada.create({ name: 'production' })
      expect((await grace.create({ name: 'production' })).key.name).toBe('production')
    })
  })
}

function asSeen({ status, text, headers }: Answer): unknown {
  return { status, text, headers: [...headers].filter(([name]) => !ofTheResponse.has(name)) }
}
