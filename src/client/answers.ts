import {
  type ActivityEvent,
  type ActivityPage,
  type Actor,
  type ApiKey,
  activityTypes,
  type BulkResult,
  type Capabilities,
  type Created,
  environments,
  type Identified,
  type KeyAnswer,
  type KeyCounts,
  type KeyPage,
  type ManagedBy,
  type Page,
  type Problem,
  type RateLimit,
  type Rotated,
  type Rotation,
  type ScopeCatalogue,
  type Usage,
} from '../contract/index.js'
import {
  boolean,
  fields,
  list,
  nullable,
  number,
  oneOf,
  optional,
  type Reader,
  record,
  text,
} from './reader.js'

const actor = fields<Actor>({ id: text, name: optional(text) })
const note = nullable(text)

const apiKey = fields<ApiKey>({
  id: text,
  consumerId: text,
  name: text,
  description: note,
  environment: oneOf(environments),
  prefix: text,
  start: text,
  end: text,
  scopes: list(text),
  ipAllowlist: list(text),
  rateLimit: nullable(fields<RateLimit>({ limit: number, windowSeconds: number })),
  createdAt: text,
  updatedAt: text,
  createdBy: nullable(actor),
  expiresAt: note,
  lastUsedAt: note,
  disabledAt: note,
  revokedAt: note,
  revokedReason: note,
  rotation: nullable(
    fields<Rotation>({
      replacesId: optional(text),
      replacedById: optional(text),
      overlapEndsAt: optional(text),
    }),
  ),
  managedBy: nullable(fields<ManagedBy>({ name: text, url: optional(text) })),
  version: number,
})

const page = fields<Page>({ nextCursor: note, previousCursor: note, total: number })

const counts = fields<KeyCounts>({
  active: number,
  expiring: number,
  rotating: number,
  disabled: number,
  expired: number,
  revoked: number,
  unused: number,
  stale: number,
  revokedLongAgo: number,
  total: number,
})

const event = fields<ActivityEvent>({
  id: text,
  keyId: note,
  type: oneOf(activityTypes),
  at: text,
  actor: nullable(actor),
  address: note,
  userAgent: note,
  reason: note,
  changes: list(text),
})

const absent =
  <T>(read: Reader<T>, instead: T): Reader<T> =>
  (value) =>
    value === undefined ? instead : read(value)

/** RFC 9457 lets a problem leave out all but its status; without a `code` it is none of ours. */
export const problem = fields<Problem>({
  type: absent(text, 'about:blank'),
  title: absent(text, ''),
  status: number,
  detail: absent(text, ''),
  code: text,
  instance: optional(text),
  fields: optional(record(text)),
  requiredScopes: optional(list(text)),
  'violated-policies': () => undefined,
})

/** How to read each answer of the contract. Held to the contract's schemas by a test, and to its types by the compiler. */
export const keyPage = fields<KeyPage>({ keys: list(apiKey), page, counts })
export const keyAnswer = fields<KeyAnswer>({ key: apiKey })
export const created = fields<Created>({ key: apiKey, secret: note })
export const rotated = fields<Rotated>({ key: apiKey, secret: note, previous: apiKey })
export const bulkResult = fields<BulkResult>({
  results: list(
    fields<BulkResult['results'][number]>({ id: text, key: optional(apiKey), error: optional(problem) }),
  ),
})
export const usage = fields<Usage>({
  series: record(
    list(fields<Usage['series'][string][number]>({ day: text, allowed: number, denied: number })),
  ),
})
export const activityPage = fields<ActivityPage>({ events: list(event), page })
export const identified = fields<Identified>({ id: text })
export const scopeCatalogue = fields<ScopeCatalogue>({
  scopes: list(
    fields<ScopeCatalogue['scopes'][number]>({ name: text, description: text, group: optional(text) }),
  ),
  presets: list(
    fields<ScopeCatalogue['presets'][number]>({ name: oneOf(['full', 'read']), scopes: list(text) }),
  ),
})
export const capabilities = fields<Capabilities>({
  operations: list(text),
  environments: list(oneOf(environments)),
  maxKeys: nullable(number),
  expiry: fields<Capabilities['expiry']>({
    defaultSeconds: nullable(number),
    maxSeconds: nullable(number),
    allowNever: boolean,
  }),
  rotation: fields<Capabilities['rotation']>({ defaultOverlapSeconds: number, maxOverlapSeconds: number }),
  staleAfterSeconds: optional(nullable(number)),
  lacks: optional(list(text)),
  revocationBoundMs: number,
})
