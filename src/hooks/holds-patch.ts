import type { ApiKey, UpdateInput } from '../contract/index.js'
import { toOptimisticKey } from './to-optimistic-key.js'

/** Whether a key already is what a change would make of it. */
export function holdsPatch(key: ApiKey, patch: UpdateInput): boolean {
  const { expiresAt, overlapEndsAt, enabled, ...others } = patch
  const isEnabled = key.disabledAt === null
  return (
    JSON.stringify(toOptimisticKey(key, others)) === JSON.stringify(key) &&
    isMeant(expiresAt, key.expiresAt) &&
    isMeant(overlapEndsAt, key.rotation?.overlapEndsAt) &&
    (enabled ?? isEnabled) === isEnabled
  )
}

/** How long somebody takes to send a form again, in milliseconds: its end "in 90 days" is a later one then. */
const toleratedMs = 120_000

/** @param wanted undefined: whatever there is */
function isMeant(wanted: string | null | undefined, is: string | null | undefined): boolean {
  if (wanted === undefined || wanted === is) return true
  return Math.abs(Date.parse(wanted ?? '') - Date.parse(is ?? '')) <= toleratedMs
}
