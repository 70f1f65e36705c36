import {
  type Actor,
  type ApiKey,
  type Capabilities,
  environments,
  type KeyCounts,
  type KeyPage,
  type ManagedBy,
  type Page,
  type RateLimit,
  type Rotation,
  type ScopeCatalogue,
  type Usage,
} from '../contract/index.js'
import { boolean, fields, list, nullable, number, oneOf, optional, record, text } from './reader.js'

export const actor = fields<Actor>({ id: text, name: optional(text) })
export const note = nullable(text)

export const apiKey = fields<ApiKey>({
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

export const page = fields<Page>({ nextCursor: note, previousCursor: note, total: number })

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

/**
 * How to read the answers that a page with the list asks for; the others are in `later-answers`. Held to the contract's
 * schemas by a test, and to its types by the compiler.
 */
export const keyPage = fields<KeyPage>({ keys: list(apiKey), page, counts })
export const usage = fields<Usage>({
  series: record(
    list(fields<Usage['series'][string][number]>({ day: text, allowed: number, denied: number })),
  ),
})
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
