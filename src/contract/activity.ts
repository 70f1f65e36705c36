import * as v from 'valibot'
import { activityTypes } from './activity-type.js'
import { actorSchema } from './api-key.js'

export const activityEventSchema = v.object({
  /** Grows with time within one server, so that equal instants keep an order. */
  id: v.string(),
  /** null: it happened to all keys of the consumer. */
  keyId: v.nullable(v.string()),
  type: v.picklist(activityTypes),
  at: v.string(),
  /** null: a machine, or the server itself. */
  actor: v.nullable(actorSchema),
  /** The caller's address; null where the server was told none. */
  address: v.nullable(v.string()),
  userAgent: v.nullable(v.string()),
  /**
   * Why a request was refused (a refusal code), or a key revoked or a consumer suspended; where a leaked key was found.
   * null otherwise.
   */
  reason: v.nullable(v.string()),
  /** Names of the fields that an `updated` event changed. */
  changes: v.array(v.string()),
})

export type ActivityEvent = v.InferOutput<typeof activityEventSchema>
