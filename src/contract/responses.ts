import * as v from 'valibot'
import { activityEventSchema } from './activity.js'
import { apiKeySchema } from './api-key.js'
import { environments } from './environment.js'
import { problemSchema } from './problem.js'

const count = v.number()

/** How many of a consumer's keys have each status, whatever the list was filtered by. */
export const keyCountsSchema = v.object({
  active: count,
  expiring: count,
  rotating: count,
  disabled: count,
  expired: count,
  revoked: count,
  /** Never used, created more than a day ago, and not revoked. Not a status: such a key also counts under one. */
  unused: count,
  /** Active or expiring, and unused for longer than `staleAfterSeconds`, or since it was created. Not a status either. */
  stale: count,
  /** Revoked more than 30 days ago: a list without `status` and `search` leaves these out. Also counted as revoked. */
  revokedLongAgo: count,
  total: count,
})

export const pageSchema = v.object({
  /** Send as `cursor` for the page after this one; null: this is the last. */
  nextCursor: v.nullable(v.string()),
  previousCursor: v.nullable(v.string()),
  /** How many items there are over all pages. */
  total: v.number(),
})

export const keyPageSchema = v.object({
  keys: v.array(apiKeySchema),
  page: pageSchema,
  counts: keyCountsSchema,
})

export const keyAnswerSchema = v.object({ key: apiKeySchema })

/** `secret` is null where an Idempotency-Key is replayed: it was in the first answer and is kept nowhere. */
export const createdSchema = v.object({ key: apiKeySchema, secret: v.nullable(v.string()) })

export const rotatedSchema = v.object({
  key: apiKeySchema,
  secret: v.nullable(v.string()),
  previous: apiKeySchema,
})

export const bulkResultSchema = v.object({
  results: v.array(
    v.object({ id: v.string(), key: v.optional(apiKeySchema), error: v.optional(problemSchema) }),
  ),
})

export const usageSchema = v.object({
  series: v.record(
    v.string(),
    v.array(v.object({ day: v.string(), allowed: v.number(), denied: v.number() })),
  ),
})

export const activityPageSchema = v.object({ events: v.array(activityEventSchema), page: pageSchema })

export const identifiedSchema = v.object({ id: v.string() })

/** What a server supports and enforces, so that the UI offers nothing that would be refused. */
export const capabilitiesSchema = v.object({
  operations: v.array(v.string()),
  environments: v.array(v.picklist(environments)),
  /** Live keys a consumer may have at once; null: no limit. */
  maxKeys: v.nullable(v.number()),
  expiry: v.object({
    defaultSeconds: v.nullable(v.number()),
    maxSeconds: v.nullable(v.number()),
    allowNever: v.boolean(),
  }),
  rotation: v.object({ defaultOverlapSeconds: v.number(), maxOverlapSeconds: v.number() }),
  /** From which silence on a key counts as `stale`; null: never. Absent: 90 days. */
  staleAfterSeconds: v.optional(v.nullable(v.number())),
  /**
   * Fields and statuses that this backend's keys never have, such as `ipAllowlist` and `rotating`, or that it does not
   * know, such as `disabledAt`: the UI neither shows nor asks for them. `key`: none of its characters are known;
   * `revoked`: what is revoked leaves every list; `usualRateLimit`: a key without a limit of its own has none. Absent: they can have all of them.
   */
  lacks: v.optional(v.array(v.string())),
  /** How long a revoked key can at most still be accepted anywhere, in milliseconds. */
  revocationBoundMs: v.number(),
})

export type KeyCounts = v.InferOutput<typeof keyCountsSchema>
export type Page = v.InferOutput<typeof pageSchema>
export type KeyPage = v.InferOutput<typeof keyPageSchema>
export type KeyAnswer = v.InferOutput<typeof keyAnswerSchema>
export type Created = v.InferOutput<typeof createdSchema>
export type Rotated = v.InferOutput<typeof rotatedSchema>
export type BulkResult = v.InferOutput<typeof bulkResultSchema>
export type Usage = v.InferOutput<typeof usageSchema>
export type ActivityPage = v.InferOutput<typeof activityPageSchema>
export type Identified = v.InferOutput<typeof identifiedSchema>
export type Capabilities = v.InferOutput<typeof capabilitiesSchema>
