import type { ListStrings } from '../list-strings.js'
import { pluralForms } from '../plural-forms.js'

const plural = pluralForms('en')
const { format: number } = new Intl.NumberFormat('en')

/** What a page with the list says in English. */
export const list: ListStrings = {
  locale: 'en',
  dir: 'ltr',
  title: 'API keys',
  description: 'Authenticate requests from your servers. Treat keys like passwords.',
  createKey: 'Create key',
  close: 'Close',
  cancel: 'Cancel',
  search: { label: 'Search keys', placeholder: 'Search by name, or paste a key', clear: 'Clear search' },
  columns: {
    name: 'Name',
    key: 'Key',
    scopes: 'Permissions',
    status: 'Status',
    lastUsed: 'Last used',
    expires: 'Expires',
    usage: '30 days',
    actions: 'Actions',
  },
  key: {
    ending: ' … ending ',
    created: (creator, date) => (creator === null ? `Created ${date}` : `${creator} · ${date}`),
    replacedBy: 'Replaced by {name}',
    replaces: 'Replaces {name}',
    managedBy: 'Managed by {name}',
    fresh: 'New',
    old: '(old)',
  },
  status: {
    active: 'Active',
    expiring: (when) => `Expires ${when}`,
    rotating: (time) => `Rotating · ${time} left`,
    disabled: 'Disabled',
    expired: 'Expired',
    revoked: 'Revoked',
    unused: 'Never used',
  },
  lastUsed: { never: 'Never', justNow: 'Just now', label: 'Used' },
  expires: { never: 'Never', label: 'Expires' },
  pending: {
    update: 'Saving…',
    rotate: 'Rotating…',
    disable: 'Disabling…',
    enable: 'Enabling…',
    revoke: 'Revoking…',
  },
  menu: {
    label: (name) => `Actions for ${name}`,
    rename: 'Rename…',
    rotate: 'Rotate…',
    edit: 'Edit…',
    details: 'Details…',
    extend: 'Extend overlap…',
    revokeOld: 'Revoke old key now…',
    replace: 'Create replacement…',
    disable: 'Disable',
    enable: 'Enable',
    copyId: 'Copy key ID',
    revoke: 'Revoke…',
  },
  summary: {
    keys: (count) => plural(count, { one: '# key', other: '# keys' }),
    expiringSoon: (count) => plural(count, { one: '# expires this week', other: '# expire this week' }),
    unused: (count) => `${number(count)} never used`,
    hidden: (count) =>
      plural(count, { one: '# older revoked key is hidden', other: '# older revoked keys are hidden' }),
    showHidden: 'Show',
  },
  pager: {
    label: 'Pages of API keys',
    range: (first, last, total) => `${number(first)}–${number(last)} of ${number(total)}`,
    previous: 'Previous',
    next: 'Next',
    pageSize: 'Keys per page',
  },
  filter: {
    label: 'Filter by status',
    all: 'All',
    status: (chosen) => `Status: ${chosen}`,
    several: (count) => `${number(count)} selected`,
    expiring: 'Expiring',
    rotating: 'Rotating',
    stale: 'Not used recently',
  },
  sort: {
    label: 'Sort keys',
    by: { createdAt: 'Created', name: 'Name', lastUsedAt: 'Last used', expiresAt: 'Expires' },
    direction: {
      createdAt: { asc: 'Oldest first', desc: 'Newest first' },
      name: { asc: 'A to Z', desc: 'Z to A' },
      lastUsedAt: { asc: 'Least recent first', desc: 'Most recent first' },
      expiresAt: { asc: 'Soonest first', desc: 'Latest first' },
    },
    current: (by, direction) => `Sorted by ${by}, ${direction}`,
  },
  selection: {
    all: 'Select all keys on this page',
    allShort: 'Select all',
    key: (name) => `Select ${name}`,
    count: (count) => `${number(count)} selected`,
    clear: 'Clear',
  },
  bulkBar: {
    label: 'Selected keys',
    action: { revoke: 'Revoke…', disable: 'Disable…', enable: 'Enable' },
  },
  usage: {
    sentence: (allowed, denied, days) => {
      const requests = plural(allowed + denied, { one: '# request', other: '# requests' })
      const refused = denied > 0 ? ` (${number(denied)} refused)` : ''
      return `${requests} ${plural(days, { one: 'in # day', other: 'in # days' })}${refused}`
    },
    none: (days) => plural(days, { one: 'No requests in # day', other: 'No requests in # days' }),
    unavailable: 'Usage could not be loaded',
  },
  scopes: {
    none: 'None',
    more: (count) => `+${number(count)}`,
    all: (names) => `Permissions: ${names}`,
  },
  identify: {
    asking: 'Looking for this key…',
    found: 'Found: {name}',
    notFound: 'Not one of your keys',
    notAsked: 'Not among the keys on this page',
    cut: 'Not a whole key: characters are missing',
    mistyped: 'Looks like a key, but has a typo or was cut off',
    failed: 'Could not look for this key',
    notSent: 'Not sent to the server',
  },
  hygiene: {
    title: (count, days) => {
      const span = plural(days, { one: '# day', other: '# days' })
      return plural(count, { one: `# key unused for ${span}`, other: `# keys unused for ${span}` })
    },
    review: 'Review',
    dismiss: 'Not now',
  },
  loading: { label: 'Loading API keys', slow: 'Still loading…', dialog: 'Loading…' },
  refreshing: 'Refreshing',
  empty: {
    title: 'No API keys yet',
    description: 'Create a key to call the API from your server.',
    action: 'Create your first key',
    notAllowed: 'You can see keys here, but not create them. Ask an administrator.',
  },
  filteredEmpty: {
    title: 'No keys match “{search}”',
    description: 'Look for another part of the name.',
    byStatus: {
      title: 'No keys have this status',
      description: 'Choose another status, or look at all of them.',
      clear: 'Show all',
    },
  },
  error: {
    title: 'Keys could not be loaded',
    retry: 'Try again',
    requestId: 'Request {id}',
    staleData: (time) => `Showing keys as of ${time}.`,
    rateLimited: (seconds) =>
      plural(seconds, {
        one: 'Too many requests. Try again in # second.',
        other: 'Too many requests. Try again in # seconds.',
      }),
    secretNotLoaded: 'Your new key could not be shown. Try again. Reloading the page would lose the key.',
    reading: {
      unreachable: 'The server could not be reached.',
      timeout: 'The server took too long to answer.',
      not_found:
        'There is no key service at this address. Whoever set up this page should check its baseUrl.',
    },
    byCode: {
      name_taken: 'Another key has this name. Choose a different one.',
      key_limit_reached: 'You can have no more keys. Revoke one to create another.',
      key_not_rotatable:
        'Only a working key that has not been replaced can be rotated. If it replaced another key, end that overlap first.',
      key_not_updatable: 'This key can no longer be changed.',
      key_revoked: 'Somebody else revoked this key meanwhile. Nothing was changed.',
      version_conflict: 'Somebody changed this key meanwhile. Look at it again, then repeat your change.',
      not_found: 'This key no longer exists.',
      unauthenticated: 'Your session ended. Sign in again.',
      reauthentication_required: 'Sign in again to do this.',
      forbidden: 'You are not allowed to do this.',
      rate_limited: 'Too many requests. Try again in a moment.',
      store_unavailable: 'The service is unavailable. Try again in a moment.',
      validation_failed: 'Check what you entered. Some of it was not accepted.',
      idempotency_conflict: 'The first attempt is still running. Try again in a moment.',
      not_loaded: 'Part of this page could not be loaded. Nothing was sent. Reload the page.',
      offline: 'You’re offline, so nothing was sent. Try again once you’re back online.',
      unreachable: 'The server could not be reached. Look at the list before you try again.',
      timeout: 'The server took too long to answer. Look at the list before you try again.',
      unknown: 'Something went wrong. Try again.',
    },
  },
  offline: {
    title: 'You’re offline.',
    description: 'The keys below may be out of date.',
    reason: 'Not available while you’re offline.',
  },
  quota: (max) =>
    plural(max, {
      one: 'You have 1 of 1 key. Revoke it to create another.',
      other: 'You have # of # keys. Revoke one to create another.',
    }),
  announce: {
    loaded: (count) => plural(count, { one: '# API key', other: '# API keys' }),
    results: (count) => plural(count, { one: '# result', other: '# results' }),
    created: (name) => `${name} created. Copy the key now.`,
    rotated: (name) => `${name} rotated. Copy the new key now.`,
    revoked: (name) => `${name} revoked.`,
    renamed: (name) => `Renamed to ${name}.`,
    saved: (name) => `Changes to ${name} saved.`,
    disabled: (name) => `${name} disabled.`,
    enabled: (name) => `${name} enabled.`,
    copied: 'Copied',
    copyFailed: 'Copying was blocked. The key is selected.',
    failed: (name, reason) => `${name}: ${reason}`,
    idNotCopied: 'Copying was blocked. Copy the key ID from the details.',
    overlapEnding: (name, time) => `The old key of ${name} stops working in ${time}.`,
    overlapEnded: (name) => `The old key of ${name} no longer works.`,
    offline: 'You are offline.',
    online: 'You are online again.',
  },
}
