import { endOf } from '../../../src/contract/index.js'
import type { DueKey, DuePage, DueQuery, Notice } from '../../core/api-key-store.js'
import { boundEvent } from '../bound-event.js'
import { maxNoticesPerKind } from '../retention.js'
import type { MemoryState } from './memory-state.js'

export function findDue(state: MemoryState, query: DueQuery): DuePage {
  const { kind, cursor, limit } = query
  const due = Array.from(state.keys.values()).flatMap((key): DueKey[] => {
    const isReplaced = key.rotation?.replacedById !== undefined
    if (key.revokedAt !== null || key.disabledAt !== null || isReplaced || key.id <= (cursor ?? '')) return []
    const createdAtMs = Date.parse(key.createdAt)
    const lastUsedAtMs = key.lastUsedAt === null ? null : Date.parse(key.lastUsedAt)
    const { id, consumerId, name } = key
    const candidate = { id, consumerId, name, endsAtMs: endOf(key), lastUsedAtMs, createdAtMs }
    return isDue(candidate, query) && !wasSaid(state, candidate, kind) ? [candidate] : []
  })
  const ordered = due.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const keys = ordered.slice(0, limit)
  return { keys, nextCursor: ordered.length > limit ? (keys.at(-1)?.id ?? null) : null }
}

export function claimNotices(state: MemoryState, notices: readonly Notice[]): Notice[] {
  return notices.flatMap(({ keyId, kind, about, event }) => {
    if (!state.keys.has(keyId)) return []
    const subject = `${keyId} ${kind}`
    const known = state.notices.get(subject) ?? new Set()
    if (known.has(about)) return []
    state.notices.set(subject, known.add(about))
    const [oldest] = known
    if (known.size > maxNoticesPerKind && oldest !== undefined) known.delete(oldest)
    if (event) state.events.push(boundEvent(event))
    return [{ keyId, kind, about }]
  })
}

function isDue(key: DueKey, { kind, now, endsBeforeMs, unusedSinceMs }: DueQuery): boolean {
  const endsAtMs = key.endsAtMs ?? Number.POSITIVE_INFINITY
  if (endsAtMs <= now) return false
  const endsSoon = endsAtMs <= endsBeforeMs
  return kind === 'expiring' ? endsSoon : !endsSoon && (key.lastUsedAtMs ?? key.createdAtMs) <= unusedSinceMs
}

function wasSaid(
  state: MemoryState,
  { id, endsAtMs, lastUsedAtMs }: DueKey,
  kind: DueQuery['kind'],
): boolean {
  const about = kind === 'expiring' ? endsAtMs : (lastUsedAtMs ?? 'never')
  return state.notices.get(`${id} ${kind}`)?.has(String(about)) ?? false
}
