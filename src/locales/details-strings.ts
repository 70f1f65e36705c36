import type { ActivityType } from '../contract/index.js'
import type { Template } from './list-strings.js'

/** What the details of a key say: its facts, its usage by day and its history. */
export interface DetailsStrings {
  details: {
    title: Template
    facts: string
    id: string
    created: string
    updated: string
    anyAddress: string
    noDescription: string
    rateLimit: string
    usualRateLimit: string
    rateLimitOf(limit: number, seconds: string): string
    disabled: string
    revoked: string
    revokedReason: string
    lineage: string
    replaces: string
    replacedBy: string
    unknownKey: string
  }
  usageTable: {
    title: string
    caption(days: number): string
    day: string
    allowed: string
    denied: string
    total: string
    none: string
  }
  activity: {
    title: string
    loading: string
    empty: string
    failed: string
    more: string
    loadingMore: string
    /** What happened, without who did it. */
    event: Record<ActivityType, string>
    by: Template
    from: Template
    changed(fields: string): string
    /** The key's fields, as an event or a conflict names them. */
    field: Readonly<Record<string, string>>
    /** Why a request was refused, by its code; and why a key was revoked, where the server did it. */
    reason: Readonly<Record<string, string>>
  }
}
