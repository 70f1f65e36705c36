import { type ApiKey, defaultWarnBeforeSeconds, endOf } from '../contract/index.js'

/** When the first of these keys changes its status by the clock alone, in milliseconds since the epoch; null: never. */
export function nextChangeAt(keys: readonly ApiKey[], nowMs: number): number | null {
  const changes = keys
    .flatMap((key) => {
      const endsAt = endOf(key)
      return endsAt === null ? [] : [endsAt - defaultWarnBeforeSeconds * 1000, endsAt]
    })
    .filter((epochMs) => epochMs > nowMs)
  return changes.length === 0 ? null : Math.min(...changes)
}
