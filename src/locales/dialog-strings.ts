import type { ActivityType } from '../contract/index.js'
import type { Template } from './strings.js'

/** What the dialogs' larger parts say: the form's rarer fields, the secret step's tools, a rotation, a key's history. */
export interface DialogStrings {
  advanced: { label: string }
  scopePicker: {
    search: string
    placeholder: string
    results(count: number): string
    noResults: Template
    clear: string
  }
  ranges: {
    label: string
    hint: string
    placeholder: string
    add: string
    remove(range: string): string
    list: string
    invalid(line: string): string
    tooMany(max: number): string
    everywhere: string
  }
  note: {
    label: string
    hint: string
    tooLong(max: number): string
    invisible: string
  }
  snippet: {
    label: string
    copy(language: string): string
    hidden: string
    failed: string
    download: string
    /** Comments in a downloaded file. */
    comment: { name(name: string): string; scopes(names: string): string; expires(date: string): string }
  }
  verify: {
    run: string
    running: string
    ok(status: number | null, milliseconds: number | null): string
    refused(status: number | null): string
    unreachable: string
  }
  secretTime: { ending: string; left(time: string): string; extend: string }
  cockpit: {
    label: string
    title: string
    left(time: string): string
    until(date: string): string
    lastUsed(time: string): string
    neverUsed: string
    stillUsed: string
    quiet(time: string): string
    extend: string
    revoke: string
  }
  extend: {
    title: string
    description: string
    current(date: string): string
    label: string
    longest: string
    echo(date: string): string
    none: string
    submit: string
    submitting: string
  }
  edit: {
    title: string
    description: string
    keep(end: string): string
    submit: string
    submitting: string
    conflict: { title: string; changed(fields: string): string; reload: string; reloading: string }
  }
  details: {
    title: Template
    facts: string
    id: string
    copyId: string
    created: string
    updated: string
    by: Template
    environment: string
    scopes: string
    noScopes: string
    ranges: string
    anyAddress: string
    description: string
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
    /** Why a request was refused, by its code. */
    reason: Readonly<Record<string, string>>
  }
}
