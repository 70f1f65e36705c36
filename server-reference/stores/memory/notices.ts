import { endOf } from '../../../src/contract/index.js'
import type { DueKey, DueQuery, Notice } from '../../core/api-key-store.js'
import { maxNoticesPerKind } from '../retention.js'
import type { MemoryState } from './memory-state.js'

export function findDue(state: MemoryState, query: DueQuery): DueKey[] {
  const { now, endsBeforeMs, unusedSinceMs, afterId, limit } = query
  const due = Array.from(state.keys.values()).flatMap((key): DueKey[] => {
    const endsAtMs = endOf(key)
    const isReplaced = key.rotation?.replacedById !== undefined
    if (key.revokedAt !== null || key.disabledAt !== null || isReplaced || key.id <= afterId) return []
    if (endsAtMs !== null && endsAtMs <= now) return []
    const createdAtMs = Date.parse(key.createdAt)
    const lastUsedAtMs = key.lastUsedAt === null ? null : Date.parse(key.lastUsedAt)
    const isDue =
      (endsAtMs !== null && endsAtMs <= endsBeforeMs) || (lastUsedAtMs ?? createdAtMs) <= unusedSinceMs
    return isDue
      ? [{ id: key.id, consumerId: key.consumerId, name: key.name, endsAtMs, lastUsedAtMs, createdAtMs }]
      : []
  })
  return due.toSorted((one, other) => (one.id < other.id ? -1 : 1)).slice(0, limit)
}

export function claimNotices(state: MemoryState, notices: readonly Notice[]): Notice[] {
  return notices.filter(({ keyId, kind, about }) => {
    if (!state.keys.has(keyId)) return false
    const subject = `${keyId} ${kind}`
    const known = state.notices.get(subject) ?? new Set()
    if (known.has(about) || known.size >= maxNoticesPerKind) return false
    state.notices.set(subject, known.add(about))
    return true
  })
}
