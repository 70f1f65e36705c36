import type { KeyView } from 'latchkey'

/** A key as a list shows it, with whatever a story changes about it. */
export function sampleKey(change: Partial<KeyView> = {}): KeyView {
  return {
    id: '7Qk2vB0nJ4hT8sLm',
    consumerId: 'acme',
    name: 'production-api',
    description: null,
    environment: 'live',
    prefix: 'lk_live_',
    start: '7Qk2',
    end: 'x9Fa',
    scopes: ['orders:read'],
    ipAllowlist: [],
    rateLimit: null,
    createdAt: '2026-03-03T17:40:00Z',
    updatedAt: '2026-03-03T17:40:00Z',
    createdBy: { id: 'user_ada', name: 'Ada Lovelace' },
    expiresAt: null,
    lastUsedAt: '2026-11-23T17:38:00Z',
    disabledAt: null,
    revokedAt: null,
    revokedReason: null,
    rotation: null,
    managedBy: null,
    version: 1,
    status: 'active',
    unused: false,
    fresh: false,
    pending: null,
    error: null,
    ...change,
  }
}
