import type { SortOrder } from '../../src/contract/index.js'

/** What each sort order reads, and which way it goes. */
export const keyOrders = {
  createdAt: { by: 'createdAt', descending: false },
  '-createdAt': { by: 'createdAt', descending: true },
  name: { by: 'name', descending: false },
  '-name': { by: 'name', descending: true },
  lastUsedAt: { by: 'lastUsedAt', descending: false },
  '-lastUsedAt': { by: 'lastUsedAt', descending: true },
  expiresAt: { by: 'expiresAt', descending: false },
  '-expiresAt': { by: 'expiresAt', descending: true },
} as const satisfies Record<SortOrder, { by: string; descending: boolean }>

/** Sorts before every instant: a key that was never used. */
export const neverUsed = -1

/** Sorts after every instant: a key that never expires. */
export const neverExpires = Number.MAX_SAFE_INTEGER
