import { type ApiKey, deriveStatus, type KeyStatus } from '../../src/contract/index.js'
import { toPrintable } from './to-printable.js'

/** A key as `--json` gives it: the contract's record, and its status now. */
export type ListedKey = ApiKey & { status: KeyStatus }

export function toListedKey(key: ApiKey, now: number): ListedKey {
  return { ...key, status: deriveStatus(key, now) }
}

/** As people recognise it. */
export function toVisibleKey({ prefix, start, end }: Pick<ApiKey, 'prefix' | 'start' | 'end'>): string {
  return toPrintable(`${prefix}${start}…${end}`)
}

/** A key's fields, one a line. */
export function describeKey(key: ApiKey, now: number): string {
  const rows: [string, string][] = [
    ['Id', key.id],
    ['Name', key.name],
    ['Description', key.description ?? ''],
    ['Consumer', key.consumerId],
    ['Key', toVisibleKey(key)],
    ['Status', deriveStatus(key, now)],
    ['Environment', key.environment],
    ['Scopes', key.scopes.join(', ') || 'none'],
    ['Addresses', key.ipAllowlist.join(', ') || 'any'],
    [
      'Rate limit',
      key.rateLimit ? `${key.rateLimit.limit} in ${key.rateLimit.windowSeconds} s` : "the server's",
    ],
    [
      'Created',
      `${toMinute(key.createdAt)}${key.createdBy ? ` by ${key.createdBy.name ?? key.createdBy.id}` : ''}`,
    ],
    ['Last used', key.lastUsedAt === null ? 'never' : toMinute(key.lastUsedAt)],
    ['Expires', key.expiresAt === null ? 'never' : toMinute(key.expiresAt)],
    ['Disabled', key.disabledAt === null ? '' : toMinute(key.disabledAt)],
    [
      'Revoked',
      key.revokedAt === null
        ? ''
        : `${toMinute(key.revokedAt)}${key.revokedReason ? `: ${key.revokedReason}` : ''}`,
    ],
    ['Replaces', key.rotation?.replacesId ?? ''],
    ['Replaced by', key.rotation?.replacedById ?? ''],
    ['Overlap ends', key.rotation?.overlapEndsAt ? toMinute(key.rotation.overlapEndsAt) : ''],
  ]
  return rows
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name.padEnd(13)}${toPrintable(value)}`)
    .join('\n')
}

/** `2026-11-30 08:44 UTC` */
export function toMinute(instant: string): string {
  return `${instant.slice(0, 16).replace('T', ' ')} UTC`
}
