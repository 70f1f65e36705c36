import { describe, expect, it } from 'vitest'
import type { ApiKey } from '../contract/index.js'
import { createSecretDesk } from './create-secret-desk.js'

const key: ApiKey = {
  id: '7Qk2vB0nJ4hT8sLm',
  consumerId: 'acme',
  name: 'ci',
  description: null,
  environment: 'live',
  prefix: 'lk_live_',
  start: '7Qk2',
  end: 'x9Fa',
  scopes: [],
  ipAllowlist: [],
  rateLimit: null,
  createdAt: '2026-11-23T17:40:00Z',
  updatedAt: '2026-11-23T17:40:00Z',
  createdBy: null,
  expiresAt: null,
  lastUsedAt: null,
  disabledAt: null,
  revokedAt: null,
  revokedReason: null,
  rotation: null,
  managedBy: null,
  version: 1,
}

const openDesk = () =>
  createSecretDesk({ now: () => 0, ttlMs: 1000, startsVisible: false, onNotice: () => undefined })

describe('A desk that closes', () => {
  it('forgets what it holds, and nothing that another desk holds of the same key', () => {
    const [leaving, staying] = [openDesk(), openDesk()]
    for (const desk of [leaving, staying]) {
      desk.receive({ key, previous: null, origin: 'create' }, 'the secret')
    }
    leaving.close('unmount')
    expect(leaving.read()).toBeNull()
    expect(staying.read()).toBe('the secret')
  })
})
