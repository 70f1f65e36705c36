import { inRange, parseAddress, parseCidr, type RefusalCode } from '../../../src/contract/index.js'
import type { JudgedRecord } from './known-key.js'

/** Why a key whose secret was proved is refused. */
export type JudgedCode = Extract<
  RefusalCode,
  | 'key_revoked'
  | 'key_disabled'
  | 'key_expired'
  | 'consumer_suspended'
  | 'ip_not_allowed'
  | 'insufficient_scope'
>

type Standing = Pick<
  JudgedRecord,
  'revoked' | 'disabled' | 'endsAtMs' | 'seenExpired' | 'consumerSuspended' | 'ipAllowlist' | 'scopes'
>

/** What follows from a key's record alone, in the contract's order. null: nothing stands against it. */
export function judgeRecord(
  record: Standing,
  circumstances: { now: number; address: string | null; requiredScopes: readonly string[] },
): JudgedCode | null {
  if (record.revoked) return 'key_revoked'
  if (record.disabled) return 'key_disabled'
  if (record.seenExpired || hasEnded(record, circumstances.now)) return 'key_expired'
  if (record.consumerSuspended) return 'consumer_suspended'
  if (record.ipAllowlist.length > 0 && !allows(record.ipAllowlist, circumstances.address)) {
    return 'ip_not_allowed'
  }
  for (const scope of circumstances.requiredScopes) {
    if (!record.scopes.includes(scope)) return 'insufficient_scope'
  }
  return null
}

export function hasEnded({ endsAtMs }: Pick<Standing, 'endsAtMs'>, now: number): boolean {
  return endsAtMs !== null && now >= endsAtMs
}

/** An unknown address, or a range that cannot be read, lets nobody in. */
function allows(ranges: readonly string[], address: string | null): boolean {
  const bytes = address === null ? null : parseAddress(address)
  if (!bytes) return false
  return ranges.some((text) => {
    const range = parseCidr(text)
    return range !== null && inRange(bytes, range)
  })
}
