import { describe, expect, it } from 'vitest'
import { createImportReport } from './import-report.js'
import { readBetterAuthKey } from './read-better-auth-key.js'
import { readUnkeyKey } from './read-unkey-key.js'

const options = { now: 0, environment: 'live', rateLimits: false, dropQuotas: false } as const
const row = { id: '1', key: 'a'.repeat(43), referenceId: 'ada', name: 'ci' }

describe('A row of another system', () => {
  it.each([
    [undefined, true],
    [null, true],
    [true, true],
    [1, true],
    [1n, true],
    ['1', true],
    ['true', true],
    ['t', true],
    ['TRUE', true],
    [false, false],
    [0, false],
    ['0', false],
    ['false', false],
    ['f', false],
    ['FALSE', false],
    ['off', false],
    ['', false],
  ])('whose "enabled" is %s is enabled: %s, and in doubt it is not', (enabled, isEnabled) => {
    const candidate = readBetterAuthKey({ ...row, enabled }, options)
    expect(candidate).toMatchObject({ status: 'ready', key: { enabled: isEnabled } })
  })

  it.each([
    [{ credits: { remaining: 0 } }, 'over'],
    [{ credits: '{"remaining":0}' }, 'over'],
    [{ credits: '{"remaining":5}' }, 'leftOut'],
    [{ remaining: 'many' }, 'leftOut'],
    [{ identity: '{"externalId":"ada"}', externalId: undefined }, 'ready'],
    [{}, 'ready'],
  ])(
    'with a bound on its requests is not taken over without one, however that is written: %j',
    (more, status) => {
      const unkey = { id: '1', hash: `${'a'.repeat(43)}=`, externalId: 'ada', name: 'ci' }
      expect(readUnkeyKey({ ...unkey, ...more }, options).status).toBe(status)
    },
  )

  it('whose bound is no number is left out', () => {
    expect(readBetterAuthKey({ ...row, remaining: 'many' }, options).status).toBe('leftOut')
    expect(readBetterAuthKey({ ...row, remaining: null }, options).status).toBe('ready')
  })

  it('may hold scopes of any name, and each that is dropped is counted', () => {
    const candidate = readBetterAuthKey(row, options)
    if (candidate.status !== 'ready') throw new Error(candidate.why)
    const report = createImportReport([candidate])
    const droppedScopes = ['__proto__', 'constructor']
    report.add(candidate, { ok: true, id: 'a', name: 'ci', droppedScopes })
    expect(Object.entries(report.toResult(false).droppedScopes)).toEqual([
      ['__proto__', 1],
      ['constructor', 1],
    ])
    expect(report.describe(false).join('\n')).toContain('unknown scope __proto__: dropped from 1')
  })
})
