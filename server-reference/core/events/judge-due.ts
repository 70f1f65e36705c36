import { toInstant } from '../../../src/contract/index.js'
import type { DueKey } from '../api-key-store.js'
import type { LatchkeyEvent } from './latchkey-event.js'

/** What there is to say about a key now, by plain rules. A key that ends soon is not also called stale. */
export function judgeDue(
  key: DueKey,
  rule: { now: number; endsBeforeMs: number; unusedSinceMs: number },
): (LatchkeyEvent & { type: 'expiring' | 'stale' }) | null {
  const { id: keyId, consumerId, name, endsAtMs, lastUsedAtMs, createdAtMs } = key
  const about = { at: toInstant(rule.now), keyId, consumerId, name }
  if (endsAtMs !== null && endsAtMs > rule.now && endsAtMs <= rule.endsBeforeMs) {
    return { ...about, type: 'expiring', endsAt: toInstant(endsAtMs) }
  }
  if ((lastUsedAtMs ?? createdAtMs) > rule.unusedSinceMs) return null
  return { ...about, type: 'stale', lastUsedAt: lastUsedAtMs === null ? null : toInstant(lastUsedAtMs) }
}
