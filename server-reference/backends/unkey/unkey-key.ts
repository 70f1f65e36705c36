import * as v from 'valibot'

const rateLimitSchema = v.object({
  name: v.string(),
  limit: v.number(),
  /** Milliseconds. */
  duration: v.number(),
  autoApply: v.boolean(),
})

/** A key as Unkey tells of it. Instants are milliseconds since the epoch. */
export const unkeyKeySchema = v.object({
  keyId: v.string(),
  /** The prefix, where there is one, and the first four characters after it. */
  start: v.string(),
  createdAt: v.number(),
  enabled: v.boolean(),
  name: v.optional(v.string()),
  meta: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
  updatedAt: v.optional(v.number()),
  lastUsedAt: v.optional(v.number()),
  expires: v.optional(v.number()),
  /** By themselves and by roles, in no order. */
  permissions: v.optional(v.array(v.string())),
  roles: v.optional(v.array(v.string())),
  identity: v.optional(v.object({ externalId: v.string() })),
  ratelimits: v.optional(v.array(rateLimitSchema)),
})

export type UnkeyKey = v.InferOutput<typeof unkeyKeySchema>

/** What a new key's limit is called at Unkey; others that a key has are left alone. */
export const rateLimitName = 'latchkey'
