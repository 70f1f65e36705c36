/** What a page with the list shows or announces before anybody opened a dialog. */
export interface ListStrings {
  /** BCP 47 tag of the language: for `lang`, and for dates and numbers where no other locale is asked for. */
  locale: string
  /** Which way the language reads. */
  dir: 'ltr' | 'rtl'
  title: string
  description: string
  createKey: string
  close: string
  cancel: string
  search: { label: string; placeholder: string; clear: string }
  columns: {
    name: string
    key: string
    scopes: string
    status: string
    lastUsed: string
    expires: string
    usage: string
    actions: string
  }
  key: {
    /** Read aloud between a key's first and last characters, where the eye sees dots. */
    ending: string
    /** Under the name: who made the key, and when. `creator` is null where nobody is known. */
    created(creator: string | null, date: string): string
    replacedBy: Template
    replaces: Template
    managedBy: Template
    fresh: string
    /** After the name of a key that was replaced, e.g. "(old)". */
    old: string
  }
  status: {
    active: string
    /** `when` reads like "in 5 days". */
    expiring(when: string): string
    /** `time` reads like "17 hr". */
    rotating(time: string): string
    disabled: string
    expired: string
    revoked: string
    unused: string
  }
  lastUsed: { never: string; justNow: string; label: string }
  expires: { never: string; label: string }
  pending: Record<PendingAction, string>
  menu: Record<RowAction, string> & { label(name: string): string }
  summary: {
    keys(count: number): string
    expiringSoon(count: number): string
    unused(count: number): string
    /** Revoked more than 30 days ago, which the list leaves out. */
    hidden(count: number): string
    showHidden: string
  }
  pager: {
    label: string
    range(first: number, last: number, total: number): string
    previous: string
    next: string
    pageSize: string
  }
  filter: {
    label: string
    all: string
    /** On the button. `chosen` reads like "All", "Active" or "2 selected". */
    status(chosen: string): string
    several(count: number): string
    /** As a status among others, without the time that a badge adds. */
    expiring: string
    rotating: string
    /** Works, and was used by nobody for long. */
    stale: string
  }
  sort: {
    label: string
    by: Record<SortColumn, string>
    direction: Record<SortColumn, { asc: string; desc: string }>
    /** Read aloud in place of the arrow on the button. */
    current(by: string, direction: string): string
  }
  selection: {
    all: string
    /** Beside the box that selects all, where there is no column to stand in. */
    allShort: string
    key(name: string): string
    count(count: number): string
    clear: string
  }
  bulkBar: { label: string; action: Record<BulkChoice, string> }
  usage: {
    /** In place of the drawing. `denied` may be 0. */
    sentence(allowed: number, denied: number, days: number): string
    none(days: number): string
    unavailable: string
  }
  scopes: { none: string; more(count: number): string; all(names: string): string }
  identify: {
    asking: string
    found: Template
    notFound: string
    /** Not among the keys on the page, and no way to ask. */
    notAsked: string
    cut: string
    mistyped: string
    failed: string
    notSent: string
  }
  hygiene: { title(count: number, days: number): string; review: string; dismiss: string }
  loading: { label: string; slow: string /** A window that was asked for. */; dialog: string }
  refreshing: string
  empty: { title: string; description: string; action: string; notAllowed: string }
  filteredEmpty: {
    title: Template
    description: string
    /** Where nothing was looked for, but a status was chosen. */
    byStatus: { title: string; description: string; clear: string }
  }
  error: {
    title: string
    retry: string
    requestId: Template
    staleData(time: string): string
    /** Where a secret waits behind a dialog that could not be fetched. */
    secretNotLoaded: string
    /** The same where nothing but the list was asked for, so that there is nothing to look up before trying again. */
    reading: Readonly<Record<'unreachable' | 'timeout' | 'not_found', string>>
    /** What to tell a person, by the code of the error; `unknown` covers every other code. */
    byCode: Readonly<Record<string, string>> & { unknown: string }
    rateLimited(seconds: number): string
  }
  offline: { title: string; description: string; reason: string }
  quota(max: number): string
  announce: {
    loaded(count: number): string
    results(count: number): string
    created(name: string): string
    rotated(name: string): string
    revoked(name: string): string
    renamed(name: string): string
    /** Whatever else of a key was changed, its overlap among it. */
    saved(name: string): string
    disabled(name: string): string
    enabled(name: string): string
    copied: string
    copyFailed: string
    failed(name: string, reason: string): string
    /** A key's id could not be copied: its details are shown instead, where it can be copied by hand. */
    idNotCopied: string
    /** Of a key that was replaced. `time` reads like "1 hour". */
    overlapEnding(name: string, time: string): string
    overlapEnded(name: string): string
    offline: string
    online: string
  }
}

/** What a list can be sorted by. */
export type SortColumn = 'createdAt' | 'name' | 'lastUsedAt' | 'expiresAt'

/** What can be done with several keys at once. */
export type BulkChoice = 'revoke' | 'disable' | 'enable'

/** What a row's menu can offer. */
export type RowAction =
  | 'details'
  | 'rename'
  | 'edit'
  | 'rotate'
  | 'extend'
  | 'disable'
  | 'enable'
  | 'copyId'
  | 'revokeOld'
  | 'replace'
  | 'revoke'

/** What may be under way for one key. */
export type PendingAction = 'update' | 'rotate' | 'disable' | 'enable' | 'revoke'

/** Text with a place to fill, e.g. `Revoke “{name}”?`. Parts put isolated text there, so that any script is safe. */
export type Template = string
