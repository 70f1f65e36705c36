import type { OperationName } from '../../../src/contract/index.js'
import type { IdempotencyRecord, Replay } from '../api-key-store.js'
import type { Caller, IdempotencyOptions, Outcome } from '../latchkey.js'
import type { SharedContext } from './management-context.js'

/** One request with or without an Idempotency-Key (MG-10). */
export interface OneRequest<T> {
  caller: Caller
  operation: OperationName
  /** What the request means; two that differ in it are two requests. */
  meaning: unknown
  options: IdempotencyOptions
  /** Does the work, once. */
  work(record: IdempotencyRecord | null): Promise<Outcome<T> | Replay>
  /** Answers a repetition; without the secret, which is kept nowhere. */
  replay(replay: Replay): Promise<Outcome<T>>
}

export async function runOnce<T>(context: SharedContext, request: OneRequest<T>): Promise<Outcome<T>> {
  const { idempotencyKey } = request.options
  if (idempotencyKey === null) return finish(request, null)

  const scope = `${request.caller.user.id}:${request.operation}`
  const subject = `${scope}\n${idempotencyKey}`
  if (!context.inFlight.enter(subject)) return { ok: false, code: 'idempotency_conflict' }
  try {
    const fingerprint = await context.sha256(toCanonicalJson(request.meaning))
    return await finish(request, { scope, idempotencyKey, fingerprint })
  } finally {
    context.inFlight.leave(subject)
  }
}

async function finish<T>(request: OneRequest<T>, record: IdempotencyRecord | null): Promise<Outcome<T>> {
  const outcome = await request.work(record)
  if (outcome.ok || outcome.code !== 'replay') return outcome
  if (outcome.fingerprint !== record?.fingerprint) return { ok: false, code: 'idempotency_mismatch' }
  return request.replay(outcome)
}

/** The same text for the same meaning, in whatever order the fields came. */
function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}
