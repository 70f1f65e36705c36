import {
  type ActivityEvent,
  type ActivityPage,
  activityTypes,
  type BulkResult,
  type Created,
  type Identified,
  type KeyAnswer,
  type Problem,
  type Rotated,
} from '../contract/index.js'
import { actor, apiKey, note, page } from './answers.js'
import { fields, list, nullable, number, oneOf, optional, type Reader, record, text } from './reader.js'

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

export const keyAnswer = fields<KeyAnswer>({ key: apiKey })
export const created = fields<Created>({ key: apiKey, secret: note })
export const rotated = fields<Rotated>({ key: apiKey, secret: note, previous: apiKey })
export const bulkResult = fields<BulkResult>({
  results: list(
    fields<BulkResult['results'][number]>({ id: text, key: optional(apiKey), error: optional(problem) }),
  ),
})
export const activityPage = fields<ActivityPage>({ events: list(event), page })
export const identified = fields<Identified>({ id: text })
