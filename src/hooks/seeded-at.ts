import { lastHappenedAt } from './last-happened-at.js'
import type { SeedOptions } from './use-seed.js'

/**
 * A time that a server and a browser agree on without asking a clock, in milliseconds since the epoch: when the seed
 * was read; where nobody says, the last that is known to have happened to its keys; for keys that came dehydrated in
 * a query cache, `dataUpdatedAt`, which came along.
 */
export function seededAt({ initialData, initialDataUpdatedAt }: SeedOptions, dataUpdatedAt: number): number {
  if (initialDataUpdatedAt !== undefined) return initialDataUpdatedAt
  if (!initialData) return dataUpdatedAt
  return lastHappenedAt(initialData.keys)
}
