import * as v from 'valibot'
import { type ApiKey, actorSchema, instantSchema } from '../../../src/contract/index.js'

/** Decides nothing, so that a key is none the worse for what cannot be read. */
const untold = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(v.optional(schema), undefined)

/** What Unkey has no field for, kept below `latchkey` in a key's `meta`. */
const ownMetaSchema = v.object({
  description: untold(v.string()),
  ipAllowlist: v.optional(v.array(v.string())),
  createdBy: untold(actorSchema),
  /** The key's own expiry, where Unkey's `expires` says something else: the end of an overlap, or a revocation. */
  expiresAt: v.optional(v.nullable(instantSchema)),
  replacesId: v.optional(v.string()),
  replacedById: v.optional(v.string()),
  /** Whether Unkey's `expires` is the end of an overlap. */
  isInOverlap: v.optional(v.literal(true)),
  revokedAt: v.optional(instantSchema),
  revokedReason: untold(v.string()),
  /** Of the request that made the key: digests of its Idempotency-Key and of what it meant. */
  request: untold(v.object({ subject: v.string(), fingerprint: v.string() })),
})

export type OwnMeta = v.InferOutput<typeof ownMetaSchema>

/** null: it cannot be read. Such a key opens nothing, for an allowlist that is lost must not let everybody in. */
export function readOwnMeta(meta: Readonly<Record<string, unknown>> | null | undefined): OwnMeta | null {
  if (meta?.latchkey === undefined) return {}
  const own = Array.isArray(meta.latchkey) ? null : v.safeParse(ownMetaSchema, meta.latchkey)
  return own?.success ? own.output : null
}

/** @param meta what the key has now; whatever others keep there stays */
export function writeOwnMeta(
  meta: Readonly<Record<string, unknown>> | null | undefined,
  own: OwnMeta,
): Record<string, unknown> {
  const kept = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
  return { ...meta, latchkey: kept }
}

/** @param request of the key's creation. undefined: it is not known */
export function toOwnMeta(key: ApiKey, request: OwnMeta['request']): OwnMeta {
  const { rotation } = key
  const isInOverlap = rotation?.overlapEndsAt !== undefined
  return {
    description: key.description ?? undefined,
    ipAllowlist: key.ipAllowlist.length > 0 ? key.ipAllowlist : undefined,
    createdBy: key.createdBy ?? undefined,
    expiresAt: isInOverlap || key.revokedAt !== null ? key.expiresAt : undefined,
    replacesId: rotation?.replacesId,
    replacedById: rotation?.replacedById,
    isInOverlap: isInOverlap ? true : undefined,
    revokedAt: key.revokedAt ?? undefined,
    revokedReason: key.revokedReason ?? undefined,
    request,
  }
}
