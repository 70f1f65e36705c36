import type { Usage } from '../../../src/contract/index.js'
import type { UsageEntry, UsageSeriesQuery } from '../../core/api-key-store.js'
import type { MemoryState } from './memory-state.js'
import { ownKey } from './to-api-key.js'

export function recordUsage(state: MemoryState, entries: readonly UsageEntry[]): void {
  for (const { keyId, day, allowed, denied, lastUsedAt } of entries) {
    const key = state.keys.get(keyId)
    if (!key) continue
    const days = state.usage.get(keyId) ?? new Map()
    const before = days.get(day) ?? { allowed: 0, denied: 0 }
    days.set(day, { allowed: before.allowed + allowed, denied: before.denied + denied })
    state.usage.set(keyId, days)
    const isLater =
      lastUsedAt !== null && (key.lastUsedAt === null || Date.parse(lastUsedAt) > Date.parse(key.lastUsedAt))
    if (isLater) state.keys.set(keyId, { ...key, lastUsedAt })
  }
}

export function usageSeries(
  state: MemoryState,
  { consumerId, ids, sinceDay }: UsageSeriesQuery,
): Usage['series'] {
  const own = ids.filter((id) => ownKey(state, { id, consumerId }))
  return Object.fromEntries(own.map((id) => [id, daysSince(state, id, sinceDay)]))
}

export function forgetUsage(state: MemoryState, beforeDay: string, limit: number): number {
  const old = Array.from(state.usage.values()).flatMap((days) =>
    Array.from(days.keys(), (day) => ({ days, day })).filter(({ day }) => day < beforeDay),
  )
  for (const { days, day } of old.slice(0, limit)) days.delete(day)
  return Math.min(old.length, limit)
}

function daysSince(state: MemoryState, id: string, sinceDay: string): Usage['series'][string] {
  return Array.from(state.usage.get(id) ?? [], ([day, counts]) => ({ day, ...counts }))
    .filter(({ day }) => day >= sinceDay)
    .sort((a, b) => (a.day < b.day ? -1 : 1))
}
