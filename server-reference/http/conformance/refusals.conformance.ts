import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  capabilitiesSchema,
  checksumOf,
  type OperationName,
  operationNames,
  operations,
} from '../../../src/contract/index.js'
import type { Cast } from '../server.conformance.js'
import { type Call, expectProblem, succeeded, unknownId } from './person.conformance.js'
import { validCall } from './valid-call.conformance.js'

const keyBody = `lk_live_${'x'.repeat(16)}_${'x'.repeat(43)}`
/** Nobody's, but with a checksum that is right. */
const wholeKey = keyBody + checksumOf(keyBody)

const writes = operationNames.filter((name) => operations[name].method !== 'GET')

export function describeRefusals(castNow: () => Cast): void {
  describe('Who is let in', () => {
    it.each(operationNames)('%s needs a sign-in', async (name) => {
      const answer = await castNow().nobody.send(name, validCall(name))
      expectProblem(answer, 'unauthenticated')
      expect(answer.headers.get('WWW-Authenticate')).toMatch(/^Bearer realm="/)
    })

    it.each(operationNames)('%s is not opened by an API key, however good it is (MG-6)', async (name) => {
      const { ada, nobody } = castNow()
      const { secret } = await ada.create()
      const { headers, ...call } = validCall(name)
      for (const credential of [{ Authorization: `Bearer ${secret}` }, { 'X-API-Key': secret }]) {
        expectProblem(
          await nobody.send(name, { ...call, headers: { ...headers, ...credential } }),
          'unauthenticated',
        )
      }
    })

    it.each(writes)('%s is refused from the page of another site (MG-7)', async (name) => {
      const call = validCall(name)
      const headers = { ...call.headers, Origin: 'https://evil.example', 'Sec-Fetch-Site': 'cross-site' }
      expectProblem(await castNow().ada.send(name, { ...call, headers }), 'forbidden')
    })
  })

  describe('What a key cannot do', () => {
    it('Take a name that another has, until that one is revoked', async () => {
      const { ada } = castNow()
      const { key } = await ada.create({ name: 'taken' })
      expectProblem(await ada.send('create', { body: { name: 'taken' } }), 'name_taken')
      const other = await ada.create({ name: 'other' })
      const headers = { 'If-Match': `"${other.key.version}"` }
      expectProblem(
        await ada.send('update', { id: other.key.id, body: { name: 'taken' }, headers }),
        'name_taken',
      )
      await ada.revoke(key.id)
      await ada.create({ name: 'taken' })
    })

    it('Come after the last one that policy allows (MG-16)', async (context) => {
      const { ada } = castNow()
      const { maxKeys } = v.parse(capabilitiesSchema, succeeded(await ada.send('capabilities')))
      if (maxKeys === null || maxKeys > 120) return context.skip('this server allows too many to try')
      for (let made = 0; made < maxKeys; made += 1) await ada.create()
      expectProblem(await ada.send('create', { body: { name: 'one more' } }), 'key_limit_reached')
    })

    it('Be changed without the version that was read, or with an old one', async () => {
      const { ada } = castNow()
      const { key } = await ada.create()
      const call = { id: key.id, body: { name: 'renamed' } }
      expectProblem(await ada.send('update', call), 'version_required')
      expectProblem(await ada.send('update', { ...call, headers: { 'If-Match': '*' } }), 'version_required')
      expectProblem(await ada.send('update', { ...call, headers: { 'If-Match': 'one' } }), 'bad_request')
      await ada.update(key, { description: 'meanwhile' })
      const headers = { 'If-Match': `"${key.version}"` }
      expectProblem(await ada.send('update', { ...call, headers }), 'version_conflict')
      expect((await ada.get(key.id)).name).toBe(key.name)
    })

    it('Come back from revocation, or be rotated after it (MG-12, MG-14)', async () => {
      const { ada } = castNow()
      const { key } = await ada.create()
      const { id, version } = await ada.revoke(key.id)
      const headers = { 'If-Match': `"${version}"` }
      expectProblem(await ada.send('update', { id, body: { enabled: true }, headers }), 'key_not_updatable')
      expectProblem(await ada.send('rotate', { id, body: { overlapSeconds: 0 } }), 'key_not_rotatable')
    })

    it('Have two successors (MG-12)', async () => {
      const { ada } = castNow()
      const { key } = await ada.create()
      await ada.rotate(key.id, 60)
      const call = { id: key.id, body: { overlapSeconds: 60 } }
      expectProblem(await ada.send('rotate', call), 'key_not_rotatable')
    })
  })

  describe('What is no valid input (MG-4, MG-17, MG-20)', () => {
    it.each([
      ['name', {}],
      ['name', { name: '   ' }],
      ['name', { name: 'x'.repeat(65) }],
      ['name', { name: 'a\u202eb' }],
      ['name', { name: 'a\0b' }],
      ['name', { name: 7 }],
      ['revokedAt', { name: 'x', revokedAt: null }],
      ['expiresAt', { name: 'x', expiresAt: '2027-02-31T00:00:00Z' }],
      ['expiresAt', { name: 'x', expiresAt: '2001-01-01T00:00:00Z' }],
      ['ipAllowlist.0', { name: 'x', ipAllowlist: ['10.0.0.0/33'] }],
      ['rateLimit.limit', { name: 'x', rateLimit: { limit: 0, windowSeconds: 60 } }],
      ['rateLimit', { name: 'x', rateLimit: { limit: 1_000_000, windowSeconds: 1 } }],
    ])('%s, in %j', async (field, body) => {
      const answer = await castNow().ada.send('create', { body })
      expectProblem(answer, 'validation_failed')
      expect(answer.json).toMatchObject({ fields: { [field]: expect.any(String) } })
    })

    it('A text with a whole key in it, which would be kept as it is (ST-1)', async () => {
      const { ada } = castNow()
      const { key } = await ada.create()
      const headers = { 'If-Match': `"${key.version}"` }
      const calls = [
        ['create', 'name', {}],
        ['create', 'description', { name: 'x' }],
        ['create', 'consumerId', { name: 'x' }],
        ['update', 'name', {}],
        ['update', 'description', {}],
        ['revoke', 'reason', {}],
      ] as const
      for (const [name, field, body] of calls) {
        const text = field === 'consumerId' ? wholeKey : `was ${wholeKey}`
        const answer = await ada.send(name, { id: key.id, headers, body: { ...body, [field]: text } })
        expectProblem(answer, 'validation_failed')
        expect(answer.json).toMatchObject({
          fields: { [field]: expect.stringContaining('Remove the API key') },
        })
        expect(JSON.stringify(answer.json)).not.toContain(wholeKey)
      }
    })

    it('A scope that is not in the catalogue, and a wildcard (MG-5)', async () => {
      for (const scope of ['*', 'orders:*', 'no:such']) {
        const answer = await castNow().ada.send('create', { body: { name: 'x', scopes: [scope] } })
        expectProblem(answer, 'validation_failed')
      }
    })

    it.each<[OperationName, Call]>([
      ['bulk', { body: { action: 'delete', ids: [unknownId] } }],
      ['bulk', { body: { action: 'revoke', ids: [] } }],
      ['identify', { body: { sha256: 'ABC' } }],
      ['usage', { query: { ids: 'no-id' } }],
      ['rotate', { id: unknownId, body: { overlapSeconds: -1 } }],
      ['activity', { id: unknownId, query: { limit: '0' } }],
    ])('%s %j', async (name, call) => {
      expectProblem(await castNow().ada.send(name, call), 'validation_failed')
    })
  })

  describe('What is no request at all', () => {
    it.each(['DELETE', 'PUT', 'POST'])(
      '%s on a key is answered with what is allowed (HT-13)',
      async (method) => {
        const answer = await castNow().ada.request(`/${unknownId}`, { method })
        expectProblem(answer, 'method_not_allowed')
        expect(answer.headers.get('Allow')?.split(', ').toSorted()).toEqual([
          'GET',
          'HEAD',
          'OPTIONS',
          'PATCH',
        ])
      },
    )

    it.each([
      ['GET', '/bulk', 'POST, OPTIONS'],
      ['PATCH', '/identify', 'POST, OPTIONS'],
      ['POST', '/usage', 'GET, HEAD, OPTIONS'],
      ['PUT', '', 'GET, HEAD, POST, OPTIONS'],
    ])('%s on %s is answered with %s, and not taken for a key of that name', async (method, path, allow) => {
      const answer = await castNow().ada.request(path, { method })
      expectProblem(answer, 'method_not_allowed')
      expect(answer.headers.get('Allow')?.split(', ').toSorted()).toEqual(allow.split(', ').toSorted())
    })

    it('A path that nobody knows is not found', async () => {
      const { ada } = castNow()
      for (const path of ['/nothing', '/nothing/here', `/${unknownId}/nothing`]) {
        expectProblem(await ada.request(path, { method: 'GET' }), 'not_found')
      }
    })
  })
}
