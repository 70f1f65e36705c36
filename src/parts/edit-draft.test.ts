import { describe, expect, it } from 'vitest'
import { beginEdit, changedFields, type EditRules, rebase, toPatch } from './edit-draft.js'

const now = Date.parse('2026-11-23T17:40:00Z')
const catalogue = {
  scopes: [
    { name: 'orders:read', description: 'See orders.' },
    { name: 'orders:write', description: 'Change orders.' },
  ],
  presets: [{ name: 'read' as const, scopes: ['orders:read'] }],
}
const rules: EditRules = {
  catalogue,
  policy: { defaultSeconds: null, maxSeconds: null, allowNever: true },
  now,
  timeZone: 'UTC',
}
const key = {
  scopes: ['orders:read', 'legacy:all'],
  expiresAt: '2027-02-21T17:40:00.000Z',
  ipAllowlist: ['192.0.2.7'],
  description: null,
}

describe('What an edit sends', () => {
  it('is nothing where nothing was touched', () => {
    expect(toPatch(beginEdit(key, catalogue), key, rules)).toEqual({})
  })

  it('is only what differs, and a scope that the server no longer lists stays', () => {
    const draft = beginEdit(key, catalogue)
    const changed = { ...draft, picked: new Set([...draft.picked, 'orders:write']), note: '  for  the shop ' }
    expect(toPatch(changed, key, rules)).toEqual({
      scopes: ['orders:read', 'orders:write', 'legacy:all'],
      description: 'for the shop',
    })
  })

  it('can take the end away, the addresses and the description', () => {
    const described = { ...key, description: 'old' }
    const draft = beginEdit(described, catalogue)
    const changed = { ...draft, expiry: 'never' as const, addresses: { ranges: [], text: '' }, note: '' }
    expect(toPatch(changed, described, rules)).toEqual({
      expiresAt: null,
      ipAllowlist: [],
      description: null,
    })
  })
})

describe('After somebody else’s change', () => {
  it('what was entered stays, and what was not touched is theirs', () => {
    const theirs = { ...key, scopes: ['orders:read'], ipAllowlist: ['198.51.100.0/24'] }
    const draft = { ...beginEdit(key, catalogue), note: 'mine' }
    const merged = rebase(draft, key, theirs, catalogue)
    expect(merged).toMatchObject({ mode: 'read', note: 'mine' })
    expect(toPatch(merged, theirs, rules)).toEqual({ description: 'mine' })
  })

  it('is told by the names of the fields', () => {
    const whole = { ...wholeKey, ...key }
    expect(changedFields(whole, { ...whole, name: 'other', expiresAt: null, version: 2 })).toEqual([
      'name',
      'expiresAt',
    ])
  })
})

const wholeKey = {
  id: '7Qk2vB0nJ4hT8sLm',
  consumerId: 'acme',
  name: 'ci-deploy',
  environment: 'live' as const,
  prefix: 'lk_live_',
  start: '7Qk2',
  end: 'x9Fa',
  rateLimit: null,
  createdAt: '2026-03-03T17:40:00Z',
  updatedAt: '2026-03-03T17:40:00Z',
  createdBy: null,
  lastUsedAt: null,
  disabledAt: null,
  revokedAt: null,
  revokedReason: null,
  rotation: null,
  managedBy: null,
  version: 1,
}
