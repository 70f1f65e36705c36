import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import {
  activityPageSchema,
  bulkResultSchema,
  capabilitiesSchema,
  identifiedSchema,
  operationNames,
  parseInstant,
  parseKey,
  scopeCatalogueSchema,
  usageSchema,
} from '../../../src/contract/index.js'
import { type Cast, offers, requireOffered } from '../server.conformance.js'
import { expectProblem, succeeded, toSha256, unknownId } from './person.conformance.js'
import { validCall } from './valid-call.conformance.js'

export function describeOperations(castNow: () => Cast): void {
  describe('Creating', () => {
    it('Answers the record and a well-formed secret, which agree about each other', async (context) => {
      const { ada, server } = castNow()
      if (server.makesOwnKeys === false) return context.skip('keys have a shape of a service’s own')
      const { key, secret } = await ada.create({ name: '  Cafe\u0301 ', description: 'For the till' })
      expect(parseKey(secret)).toMatchObject({ ok: true, key: { id: key.id, environment: key.environment } })
      expect(secret.startsWith(`${key.prefix}${key.id}`)).toBe(true)
      expect([key.start, key.end]).toEqual([key.id.slice(0, 4), secret.slice(-4)])
      expect(key).toMatchObject({ name: 'Café', description: 'For the till', scopes: ['orders:read'] })
      expect(key).toMatchObject({ lastUsedAt: null, disabledAt: null, revokedAt: null, rotation: null })
      expect(key.createdBy).not.toBeNull()
    })

    it('Gives a key the end that policy sets where nobody chose one (MG-19)', async () => {
      const { ada } = castNow()
      const { expiry } = v.parse(capabilitiesSchema, succeeded(await ada.send('capabilities')))
      const { key } = await ada.create()
      const lasts = key.expiresAt && (parseInstant(key.expiresAt) ?? 0) - (parseInstant(key.createdAt) ?? 0)
      // To the second: a service that keeps keys has a clock of its own.
      expect(lasts && Math.round(lasts / 1000)).toBe(expiry.defaultSeconds)
    })

    it('Answers with the version as ETag, and so does every read', async () => {
      const { ada } = castNow()
      const { key } = await ada.create()
      expect((await ada.send('get', { id: key.id })).headers.get('ETag')).toBe(`"${key.version}"`)
    })
  })

  describe('Updating', () => {
    it('Changes what is named and nothing else, and the version grows', async () => {
      const { ada } = castNow()
      const { key } = await ada.create({ description: 'stays' })
      const ipAllowlist = ['192.0.2.0/24']
      const changed = await ada.update(key, { name: 'renamed', ipAllowlist })
      expect(changed).toMatchObject({ id: key.id, name: 'renamed', ipAllowlist, description: 'stays' })
      expect(changed.version).toBeGreaterThan(key.version)
      expect(await ada.get(key.id)).toEqual(changed)
    })

    it('Moves the end of an overlap, and shows it', async () => {
      const { ada } = castNow()
      const { previous } = await ada.rotate((await ada.create()).key.id, 3600)
      const ends = parseInstant(previous.rotation?.overlapEndsAt ?? '') ?? 0
      const sooner = new Date(ends - 1_800_000).toISOString()
      expect((await ada.update(previous, { overlapEndsAt: sooner })).rotation?.overlapEndsAt).toBe(sooner)
    })
  })

  describe('Rotating', () => {
    it('Makes a successor with the same name and rights, and each names the other (MG-11)', async () => {
      const { ada } = castNow()
      const first = await ada.create({ name: 'worker', description: 'nightly' })
      const { key, previous } = await ada.rotate(first.key.id, 3600)
      expect(key).toMatchObject({ name: 'worker', description: 'nightly', scopes: first.key.scopes })
      expect(key.rotation).toMatchObject({ replacesId: first.key.id })
      expect(previous).toMatchObject({ id: first.key.id, rotation: { replacedById: key.id } })
      expect(previous.rotation?.overlapEndsAt).toBeDefined()
    })
  })

  describe('Revoking', () => {
    it('Is final, and a second time changes nothing (MG-13)', async () => {
      const { ada } = castNow()
      const { key } = await ada.create()
      await ada.send('revoke', { id: key.id, body: { reason: 'leaked' } })
      const once = await ada.get(key.id)
      const again = await ada.send('revoke', { id: key.id, body: { reason: 'other' } })
      expect(succeeded(again)).toMatchObject({ key: { revokedAt: once.revokedAt, revokedReason: 'leaked' } })
    })
  })

  describe('Changing many at once', () => {
    it('Does what it can and says what it could not, key by key', async (context) => {
      requireOffered(castNow(), context, 'bulk')
      const { ada } = castNow()
      const [one, other] = [await ada.create(), await ada.create()]
      const ids = [one.key.id, unknownId, other.key.id]
      const answer = await ada.send('bulk', { body: { action: 'revoke', ids } })
      const { results } = v.parse(bulkResultSchema, succeeded(answer))
      expect(results.map(({ id, error }) => [id, error?.code])).toEqual([
        [one.key.id, undefined],
        [unknownId, 'not_found'],
        [other.key.id, undefined],
      ])
      expect(results[0]?.key?.revokedAt).not.toBeNull()
      expect((await ada.get(other.key.id)).revokedAt).not.toBeNull()
    })

    it('Disables and enables', async (context) => {
      requireOffered(castNow(), context, 'bulk')
      const { ada } = castNow()
      const { key } = await ada.create()
      await ada.send('bulk', { body: { action: 'disable', ids: [key.id] } })
      expect((await ada.get(key.id)).disabledAt).not.toBeNull()
      await ada.send('bulk', { body: { action: 'enable', ids: [key.id] } })
      expect((await ada.get(key.id)).disabledAt).toBeNull()
    })
  })

  describe('Looking back', () => {
    it('Activity tells what was done, by whom, newest first, page by page', async (context) => {
      requireOffered(castNow(), context, 'activity')
      const { ada } = castNow()
      const { key } = await ada.create()
      await ada.update(key, { name: 'renamed' })
      await ada.revoke(key.id)
      const newest = await activityOf(castNow(), key.id, { limit: '2' })
      expect(newest.events.map(({ type }) => type)).toEqual(['revoked', 'updated'])
      expect(newest.events[1]?.changes).toEqual(['name'])
      const oldest = await activityOf(castNow(), key.id, { cursor: newest.page.nextCursor ?? '' })
      expect(oldest.events.map(({ type }) => type)).toEqual(['created'])
      expect(oldest.events[0]?.actor).toEqual(key.createdBy)
    })

    it('Usage has a series for each key that was asked about', async (context) => {
      requireOffered(castNow(), context, 'usage')
      const { ada } = castNow()
      const [one, other] = [await ada.create(), await ada.create()]
      const query = { ids: `${one.key.id},${other.key.id}`, days: '7' }
      const { series } = v.parse(usageSchema, succeeded(await ada.send('usage', { query })))
      expect(Object.keys(series).toSorted()).toEqual([one.key.id, other.key.id].toSorted())
    })
  })

  describe('Asking', () => {
    it('The digest of a pasted key finds its record', async (context) => {
      requireOffered(castNow(), context, 'identify')
      const { ada } = castNow()
      const { key, secret } = await ada.create()
      const answer = await ada.send('identify', { body: { sha256: await toSha256(secret) } })
      expect(v.parse(identifiedSchema, succeeded(answer))).toEqual({ id: key.id })
      expectProblem(await ada.send('identify', { body: { sha256: await toSha256('other') } }), 'not_found')
    })

    it('Scopes that can be granted are listed, and presets name no others', async () => {
      const catalogue = v.parse(scopeCatalogueSchema, succeeded(await castNow().ada.send('scopes')))
      const names = catalogue.scopes.map(({ name }) => name)
      expect(names).toEqual(expect.arrayContaining(['orders:read', 'orders:write']))
      for (const preset of catalogue.presets) expect(names).toEqual(expect.arrayContaining(preset.scopes))
    })

    it('Capabilities name every operation that there is, and each other one is not found', async () => {
      const { ada, server } = castNow()
      const answer = v.parse(capabilitiesSchema, succeeded(await ada.send('capabilities')))
      const declared: readonly string[] = server.operations ?? operationNames
      expect(answer.operations.toSorted()).toEqual([...declared].toSorted())
      const missing = operationNames.filter((name) => !declared.includes(name))
      for (const name of missing) expectProblem(await ada.send(name, validCall(name)), 'not_found')
    })

    it('HEAD answers like GET, without a body (HT-14)', async () => {
      const { ada, nobody } = castNow()
      const { key } = await ada.create()
      const head = await ada.request(`/${key.id}`, { method: 'HEAD' })
      expect([head.status, head.text, head.headers.get('ETag')]).toEqual([200, '', `"${key.version}"`])
      expect((await nobody.request(`/${key.id}`, { method: 'HEAD' })).status).toBe(401)
    })

    it('The OpenAPI document is there for everybody, and describes what is offered', async () => {
      const { nobody, server } = castNow()
      const document = succeeded(await nobody.request('/openapi.json', { method: 'GET' }))
      expect(document).toMatchObject({ openapi: expect.stringMatching(/^3\.1\./) })
      const { paths } = v.parse(v.object({ paths: v.record(v.string(), v.unknown()) }), document)
      expect('/usage' in paths).toBe(offers(server, 'usage'))
    })
  })
}

async function activityOf({ ada }: Cast, id: string, query: Record<string, string>) {
  return v.parse(activityPageSchema, succeeded(await ada.send('activity', { id, query })))
}
