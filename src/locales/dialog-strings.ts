import type { DetailsStrings } from './details-strings.js'
import type { BulkChoice, Template } from './list-strings.js'

/** What the dialogs say; apart from the list's, so that a page loads it with the first dialog and not before. */
export interface DialogStrings extends DetailsStrings {
  bulk: {
    title: Record<BulkChoice, (count: number) => string>
    description: Record<BulkChoice, string>
    more(count: number): string
    typeCount: Template
    confirmCount: Template
    submit: Record<BulkChoice, (count: number) => string>
    running: Record<BulkChoice, (done: number, total: number) => string>
    /** Ends it after the keys that are being dealt with. */
    stop: string
    /** All went well. */
    done: Record<BulkChoice, (count: number) => string>
    /** Some of it did not. */
    partial: Record<BulkChoice, (done: number, failed: number) => string>
    /** Were not tried, because it was stopped. */
    skipped: string
    retry: string
  }
  validation: {
    nameRequired: string
    nameTooLong(max: number): string
    nameInvisible: string
    /** A whole API key stands in a name or a description. */
    holdsKey: string
    expiryMissing: string
    expiryPast: string
    expiryTooLong(date: string): string
    scopesRequired: string
    confirmName: Template
  }
  create: {
    title: string
    description: string
    nameHint: string
    environmentLabel: string
    environment: { live: string; test: string }
    expiryLabel: string
    expiryEcho(date: string): string
    expiryNever: string
    expiryCustom: string
    expiryDateLabel: string
    expiryNeverWarning: string
    /** Which permissions there are could not be loaded; a way to try again stands beside it. */
    permissionsMissing: string
    preset: Record<'full' | 'read' | 'restricted', { label: string; description: string }>
    scopesSelected(count: number): string
    /** A link filled in the form: what that means. */
    linked: string
    /** The link asked for permissions that there are not: `{scopes}`. */
    linkedUnknown: Template
    submit: string
    submitting: string
    /** Why the form cannot be left while the key is being made. */
    waits: string
    /** After ten seconds: that it can be left now, and what that means. */
    waitsLong: string
  }
  /** Before a form is left that somebody has filled in. */
  discard: { title: string; description: string; closeAnyway: string; back: string }
  secret: {
    titleCreated: string
    titleRotated: string
    titleGone: string
    titleUnknown: string
    onlyOnce: Template
    oldKeyUntil: Template
    oldKeyRevoked: Template
    label: string
    hidden: string
    show: string
    hide: string
    copy: string
    copyFailed: string
    savedCheckbox: string
    warning: string
    copyAndClose: string
    done: string
    /** Instead of the key where it is no longer on the page. */
    gone: string
    /** Where nobody can tell whether a key was made. */
    unknown: string
    /** The same, where it is known what the key would be called. */
    unknownNamed: Template
    closeConfirm: {
      title: string
      description: string
      closeAnyway: string
      back: string
    }
  }
  rotate: {
    title: string
    description: string
    overlapLabel: string
    overlapNow: string
    overlapUntil(date: string): string
    overlapNowEcho: string
    keeps: string
    submit: string
  }
  revoke: {
    title: Template
    description: string
    /** Where a backend keeps no revoked keys. Of one key, and of several. */
    leavesList: string
    /** `time` reads like "2 min. ago"; null: less than a minute. */
    recentUse(time: string | null): string
    typeToConfirm: Template
    /** Of the new key of a rotation; `{key}` is the old one. */
    oldGoesOn: Template
    /** The same where nothing is known of the old one. */
    oldMayGoOn: string
    /** Of the old key of a rotation; `{key}` is the new one. */
    newGoesOn: Template
    disableInstead: string
    submit: string
  }
  rename: { title: string; submit: string }
  advanced: { label: string }
  scopePicker: {
    search: string
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
  }
  snippet: {
    label: string
    copy(language: string): string
    hidden: string
    failed: string
    download: string
    /** Comments in a downloaded file. */
    comment: { name(name: string): string; expires(date: string): string }
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
    title: string
    /** `time` reads like "2 min. ago"; null: less than a minute. */
    lastUsed(time: string | null): string
    neverUsed: string
    stillUsed: string
    quiet(time: string): string
    revoke: string
  }
  extend: {
    title: string
    description: string
    current(date: string): string
    label: string
    longest: string
    none: string
    submit: string
    submitting: string
  }
  edit: {
    title: string
    description: string
    keep(end: string): string
    submit: string
    conflict: { title: string; changed(fields: string): string; reload: string; reloading: string }
  }
}
