import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import * as contract from '../contract/index.js'
import * as answers from './answers.js'
import * as laterAnswers from './later-answers.js'
import type { Reader } from './reader.js'

const pairs: [
  name: string,
  read: Reader<unknown>,
  schema: v.GenericSchema,
  sample: () => Promise<unknown>,
][] = [
  ['keyPage', answers.keyPage, contract.keyPageSchema, () => from('GET', '')],
  ['keyAnswer', laterAnswers.keyAnswer, contract.keyAnswerSchema, async () => ({ key: await richKey() })],
  [
    'created',
    laterAnswers.created,
    contract.createdSchema,
    async () => ({ key: await richKey(), secret: 'x' }),
  ],
  [
    'rotated',
    laterAnswers.rotated,
    contract.rotatedSchema,
    async () => ({ key: await richKey(), secret: null, previous: await richKey() }),
  ],
  [
    'bulkResult',
    laterAnswers.bulkResult,
    contract.bulkResultSchema,
    async () => ({
      results: [
        { id: 'a', key: await richKey() },
        { id: 'b', error: contract.toProblem('not_found') },
      ],
    }),
  ],
  [
    'usage',
    answers.usage,
    contract.usageSchema,
    async () => from('GET', `/usage?ids=${(await richKey()).id}&days=2`),
  ],
  [
    'activityPage',
    laterAnswers.activityPage,
    contract.activityPageSchema,
    async () => from('GET', `/${(await richKey()).id}/activity`),
  ],
  [
    'identified',
    laterAnswers.identified,
    contract.identifiedSchema,
    async () => ({ id: 'AbCdEfGhIjKlMnOp' }),
  ],
  ['scopeCatalogue', answers.scopeCatalogue, contract.scopeCatalogueSchema, () => from('GET', '/scopes')],
  [
    'capabilities',
    answers.capabilities,
    contract.capabilitiesSchema,
    async () => ({ ...Object(await from('GET', '/capabilities')), lacks: ['ipAllowlist'] }),
  ],
  [
    'problem',
    laterAnswers.problem,
    contract.problemSchema,
    async () => ({
      ...contract.toProblem('validation_failed', { fields: { name: 'Write a name.' }, instance: 'urn:x' }),
      requiredScopes: ['orders:read'],
    }),
  ],
]

describe('the light reader of an answer, beside the contract’s schema', () => {
  it.each(pairs)('reads %s to the same value', async (_name, read, schema, sample) => {
    const answer = await sample()
    expect(read(answer)).toEqual(v.parse(schema, answer))
    const newer = { ...(answer as object), addedLater: 1 }
    expect(read(newer)).toEqual(v.parse(schema, newer))
  })

  it.each(pairs)('takes and refuses the same damage to %s', async (_name, read, schema, sample) => {
    const answer = await sample()
    const damaged = [...damages(answer)]
    expect(damaged.length).toBeGreaterThan(5)
    for (const { at, value } of damaged) {
      expect([at, accepts(read, value)]).toEqual([at, v.safeParse(schema, value).success])
    }
  })
})

function accepts(read: Reader<unknown>, value: unknown): boolean {
  try {
    read(value)
    return true
  } catch {
    return false
  }
}

/** The answer with one of its parts missing, null, or of another kind: each part in its turn. */
function* damages(answer: unknown): Generator<{ at: string; value: unknown }> {
  for (const wrong of [undefined, null, 7, 'seven', true, [], {}]) {
    for (const path of pathsOf(answer)) yield { at: path.join('.'), value: replaceAt(answer, path, wrong) }
  }
}

function* pathsOf(value: unknown): Generator<string[]> {
  yield []
  if (typeof value !== 'object' || value === null) return
  // The second of a list says no more than its first.
  const entries = Array.isArray(value) ? Object.entries(value).slice(0, 2) : Object.entries(value)
  for (const [name, item] of entries) for (const rest of pathsOf(item)) yield [name, ...rest]
}

function replaceAt(value: unknown, path: readonly string[], wrong: unknown): unknown {
  const [name, ...rest] = path
  if (name === undefined) return wrong
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...Object(value) }
  const item = replaceAt(Reflect.get(copy, name), rest, wrong)
  if (item === undefined && !Array.isArray(copy)) delete copy[name]
  else Reflect.set(copy, name, item)
  return copy
}

const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow })

async function from(method: string, path: string): Promise<unknown> {
  const answer = await backend.fetch(new Request(`http://localhost/api/keys${path}`, { method }))
  return answer.json()
}

/** One with everything that a key can have. */
async function richKey(): Promise<contract.ApiKey> {
  const { keys } = v.parse(contract.keyPageSchema, await from('GET', ''))
  const [key] = keys
  if (!key) throw new Error('the seed has no key')
  return {
    ...key,
    description: 'x',
    scopes: ['orders:read'],
    ipAllowlist: ['203.0.113.0/24'],
    rateLimit: { limit: 1, windowSeconds: 1 },
    createdBy: { id: 'ada', name: 'Ada' },
    rotation: { replacesId: 'a', replacedById: 'b', overlapEndsAt: '2027-01-01T00:00:00.000Z' },
    managedBy: { name: 'Vercel', url: 'https://example.com' },
  }
}
