import * as v from 'valibot'
import { rateLimitSchema } from './api-key.js'
import { cidrSchema } from './cidr-schema.js'
import { environments } from './environment.js'
import { holdsKey, removeKey } from './holds-key.js'
import { instantSchema } from './instant-schema.js'
import { keyIdShape } from './key-id.js'
import { descriptionSchema, keyNameSchema } from './key-name.js'
import { keyFilters } from './key-status.js'
import { scopeNameSchema } from './scope.js'

export const maxScopesPerKey = 100
export const maxRangesPerKey = 50
export const maxBulkIds = 100
export const maxPageSize = 100
export const defaultPageSize = 25

const idSchema = v.pipe(v.string(), v.regex(keyIdShape, 'A key id has 16 letters and digits.'))
const consumerIdSchema = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9_.:-]{1,128}$/, 'Not a consumer id.'),
  v.check((id) => !holdsKey(id), removeKey),
)
const scopesSchema = v.pipe(v.array(scopeNameSchema), v.maxLength(maxScopesPerKey), v.transform(unique))
const rangesSchema = v.pipe(v.array(cidrSchema), v.maxLength(maxRangesPerKey), v.transform(unique))
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0))

/** Strict: a field that is not here is refused, so that nobody believes it took effect. */
export const createInputSchema = v.strictObject({
  consumerId: v.optional(consumerIdSchema),
  name: keyNameSchema,
  description: v.optional(v.nullable(descriptionSchema)),
  environment: v.optional(v.picklist(environments)),
  /** Absent: the server's default. null: never, where the server allows it. */
  expiresAt: v.optional(v.nullable(instantSchema)),
  scopes: v.optional(scopesSchema),
  ipAllowlist: v.optional(rangesSchema),
  rateLimit: v.optional(v.nullable(rateLimitSchema)),
})

export const updateInputSchema = v.strictObject({
  name: v.optional(keyNameSchema),
  description: v.optional(v.nullable(descriptionSchema)),
  enabled: v.optional(v.boolean()),
  expiresAt: v.optional(v.nullable(instantSchema)),
  scopes: v.optional(scopesSchema),
  ipAllowlist: v.optional(rangesSchema),
  rateLimit: v.optional(v.nullable(rateLimitSchema)),
  /** Only for an old key in its overlap: sooner, or later within policy and its own expiry. */
  overlapEndsAt: v.optional(instantSchema),
})

export const rotateInputSchema = v.strictObject({ overlapSeconds: seconds })

export const revokeInputSchema = v.strictObject({ reason: v.optional(descriptionSchema) })

export const bulkActions = ['revoke', 'disable', 'enable'] as const

export const bulkInputSchema = v.strictObject({
  action: v.picklist(bulkActions),
  ids: v.pipe(v.array(idSchema), v.minLength(1), v.maxLength(maxBulkIds), v.transform(unique)),
})

/** Lower-case hex of the SHA-256 of a whole key: the browser hashes what was pasted and never sends it. */
export const identifyInputSchema = v.strictObject({
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'Send 64 lower-case hexadecimal digits.')),
})

export const sortOrders = [
  '-createdAt',
  'createdAt',
  'name',
  '-name',
  '-lastUsedAt',
  'lastUsedAt',
  'expiresAt',
  '-expiresAt',
] as const

const wholeNumber = (smallest: number, largest: number) =>
  v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(smallest), v.maxValue(largest))

/** Query strings arrive as text; this is where they become typed. */
export const listQuerySchema = v.strictObject({
  consumerId: v.optional(consumerIdSchema),
  search: v.optional(v.pipe(v.string(), v.maxLength(128))),
  /**
   * One status or flag, or several joined by commas. Absent, and no `search` either: every key but those that were
   * revoked more than 30 days ago, which `counts.revokedLongAgo` counts.
   */
  status: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',')),
      v.array(v.picklist(keyFilters)),
    ),
  ),
  sort: v.optional(v.picklist(sortOrders), '-createdAt'),
  limit: v.optional(wholeNumber(1, maxPageSize), String(defaultPageSize)),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(512))),
})

export const usageQuerySchema = v.strictObject({
  ids: v.pipe(
    v.string(),
    v.transform((text) => unique(text.split(','))),
    v.array(idSchema),
    v.maxLength(maxPageSize),
  ),
  days: v.optional(wholeNumber(1, 90), '30'),
})

export const activityQuerySchema = v.strictObject({
  limit: v.optional(wholeNumber(1, maxPageSize), String(defaultPageSize)),
  cursor: v.optional(v.pipe(v.string(), v.maxLength(512))),
})

/** For operations on the server as a whole: which consumer they are asked about. */
export const consumerQuerySchema = v.strictObject({ consumerId: v.optional(consumerIdSchema) })

export type CreateInput = v.InferInput<typeof createInputSchema>
export type UpdateInput = v.InferInput<typeof updateInputSchema>
export type RotateInput = v.InferInput<typeof rotateInputSchema>
export type RevokeInput = v.InferInput<typeof revokeInputSchema>
export type BulkInput = v.InferInput<typeof bulkInputSchema>
export type BulkAction = BulkInput['action']
export type IdentifyInput = v.InferInput<typeof identifyInputSchema>
export type SortOrder = (typeof sortOrders)[number]
export type ListQuery = v.InferOutput<typeof listQuerySchema>
export type UsageQuery = v.InferOutput<typeof usageQuerySchema>
export type ActivityQuery = v.InferOutput<typeof activityQuerySchema>

function unique(values: string[]): string[] {
  return [...new Set(values)]
}
