import type { ApiKey } from '../contract/index.js'

/** The last that is known to have happened to these keys, in milliseconds since the epoch; 0: there are none. */
export function lastHappenedAt(keys: readonly ApiKey[]): number {
  const instants = keys.flatMap(({ updatedAt, lastUsedAt }) => [updatedAt, lastUsedAt ?? updatedAt])
  return Math.max(0, ...instants.map(Date.parse))
}
