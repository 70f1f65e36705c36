import { describe, expect, it } from 'vitest'
import type { ApiKey } from '../contract/index.js'
import { toReplacement } from './to-replacement.js'

const key: ApiKey = {
  id: 'zZ9yY8xX7wW6vV5u',
  consumerId: 'acme',
  name: 'local-dev',
  description: 'On my machine',
  environment: 'test',
  prefix: 'lk_test_',
  start: 'zZ9y',
  end: 'ovbm',
  scopes: ['orders:read'],
  ipAllowlist: ['192.0.2.0/24'],
  rateLimit: null,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  createdBy: null,
  expiresAt: '2026-06-01T00:00:00Z',
  lastUsedAt: null,
  disabledAt: null,
  revokedAt: null,
  revokedReason: null,
  rotation: null,
  managedBy: null,
  version: 1,
}

describe('A replacement for a key that no longer works', () => {
  it('may do what that one could, and ends when the form suggests', () => {
    expect(toReplacement(key)).toEqual({
      name: 'local-dev 2',
      description: 'On my machine',
      environment: 'test',
      scopes: ['orders:read'],
      ipAllowlist: ['192.0.2.0/24'],
    })
  })

  it('is counted on, because an expired key keeps its name', () => {
    expect(toReplacement({ ...key, name: 'local-dev 2' }).name).toBe('local-dev 3')
    expect(toReplacement({ ...key, name: 'v2' }).name).toBe('v2 2')
  })

  it('takes over the name of a key that was revoked', () => {
    expect(toReplacement({ ...key, revokedAt: '2026-05-01T00:00:00Z' }).name).toBe('local-dev')
  })

  it('has a name that is not too long', () => {
    expect(toReplacement({ ...key, name: 'x'.repeat(64) }).name).toBe(`${'x'.repeat(62)} 2`)
  })
})
