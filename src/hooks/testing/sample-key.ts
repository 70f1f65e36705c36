import type { ApiKey } from '../../contract/index.js'

/** A key as a server would describe it, for tests that need no server. */
export function sampleKey(fields: Partial<ApiKey> = {}): ApiKey {
  return {
    id: 'AbCdEfGhIjKlMnOp',
    consumerId: 'acme',
    name: 'ci-deploy',
    description: null,
    environment: 'live',
    prefix: 'lk_live_',
    start: 'AbCd',
    end: 'x9Fa',
    scopes: ['orders:read'],
    ipAllowlist: [],
    rateLimit: null,
    createdAt: '2026-11-23T17:00:00.000Z',
    updatedAt: '2026-11-23T17:00:00.000Z',
    createdBy: { id: 'ada', name: 'Ada Lovelace' },
    expiresAt: null,
    lastUsedAt: null,
    disabledAt: null,
    revokedAt: null,
    revokedReason: null,
    rotation: null,
    managedBy: null,
    version: 1,
    ...fields,
  }
}
