import type { IdempotencyRecord } from '../../core/api-key-store.js'

/** What transactions take turns over: the keys of a consumer, and a request that may be repeated. */
export function subjectsOf(consumerId: string, idempotency: IdempotencyRecord | null = null): string[] {
  const consumer = `consumer ${consumerId}`
  return idempotency === null
    ? [consumer]
    : [consumer, `request ${idempotency.scope} ${idempotency.idempotencyKey}`]
}

/** Two that count the same keys' usage in different orders would wait for each other. */
export const usageSubject = 'usage'
