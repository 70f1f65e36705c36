import type { ApiKey } from '../contract/index.js'

/** An active key that was just made. */
export const sampleKey: ApiKey = {
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
