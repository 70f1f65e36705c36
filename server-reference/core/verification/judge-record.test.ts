import { describe, expect, it } from 'vitest'
import type { VerificationRecord } from '../stored-key.js'
import { judgeRecord } from './judge-record.js'
import { recordOf } from './record-of.conformance.js'

const now = 1_800_000_000_000
const record = recordOf('a', { scopes: ['orders:read', 'orders:write'] })
const judge = (
  fields: Partial<VerificationRecord>,
  asked: { address?: string | null; requiredScopes?: string[] } = {},
) => judgeRecord({ ...record, ...fields }, { now, address: '203.0.113.7', requiredScopes: [], ...asked })

describe('a key whose secret was proved', () => {
  it('is told the first thing that stands against it, in the order of the contract (VF-2)', () => {
    const all = {
      revoked: true,
      disabled: true,
      endsAtMs: now,
      consumerSuspended: true,
      ipAllowlist: ['192.0.2.0/24'],
      scopes: [],
    }
    const requiredScopes = ['orders:read']
    const repairs = [
      ['key_revoked', { revoked: false }],
      ['key_disabled', { disabled: false }],
      ['key_expired', { endsAtMs: null }],
      ['consumer_suspended', { consumerSuspended: false }],
      ['ip_not_allowed', { ipAllowlist: [] }],
      ['insufficient_scope', { scopes: requiredScopes }],
    ] as const
    let fields: Partial<VerificationRecord> = all
    for (const [code, repair] of repairs) {
      expect(judge(fields, { requiredScopes })).toBe(code)
      fields = { ...fields, ...repair }
    }
    expect(judge(fields, { requiredScopes })).toBeNull()
  })

  it('is expired from the very millisecond of its end (VF-5)', () => {
    expect(judge({ endsAtMs: now + 1 })).toBeNull()
    expect(judge({ endsAtMs: now })).toBe('key_expired')
  })

  it('needs every scope, letter for letter (VF-9)', () => {
    expect(judge({}, { requiredScopes: ['orders:read', 'orders:write'] })).toBeNull()
    expect(judge({}, { requiredScopes: ['orders:read', 'billing'] })).toBe('insufficient_scope')
    expect(judge({}, { requiredScopes: ['Orders:read'] })).toBe('insufficient_scope')
    expect(judge({ scopes: ['*', 'orders'] }, { requiredScopes: ['orders:read'] })).toBe('insufficient_scope')
    expect(judge({ scopes: [] }, { requiredScopes: ['orders:read'] })).toBe('insufficient_scope')
  })

  it('is bound to its addresses, and an unknown one is none of them', () => {
    const ipAllowlist = ['203.0.113.0/24', '2001:db8::/32']
    expect(judge({ ipAllowlist })).toBeNull()
    expect(judge({ ipAllowlist }, { address: '::ffff:203.0.113.9' })).toBeNull()
    expect(judge({ ipAllowlist }, { address: '2001:db8::1' })).toBeNull()
    for (const address of ['203.0.114.1', '2001:db9::1', 'localhost', null]) {
      expect(judge({ ipAllowlist }, { address })).toBe('ip_not_allowed')
    }
    expect(judge({ ipAllowlist: ['no range'] })).toBe('ip_not_allowed')
  })
})
