import type { KeyCounts } from '../../src/contract/index.js'

/** Counts to add to. */
export function noKeyCounts(): KeyCounts {
  return {
    active: 0,
    expiring: 0,
    rotating: 0,
    disabled: 0,
    expired: 0,
    revoked: 0,
    unused: 0,
    stale: 0,
    revokedLongAgo: 0,
    total: 0,
  }
}
