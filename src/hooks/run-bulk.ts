import { type ClientErrorCode, toLatchkeyError } from '../client/index.js'
import { type ApiKey, type BulkInput, isErrorCode } from '../contract/index.js'
import { assertOnline } from './assert-online.js'
import type { BulkActionName, BulkOutcome, BulkProgress } from './bulk-outcome.js'
import { createKeyCache } from './key-cache.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { requireOperation } from './require-operation.js'
import type { ApiKeySource } from './use-api-key-source.js'

export interface BulkOrder {
  action: BulkActionName
  ids: readonly string[]
  /** What is on the page, and is again where the host says no. */
  before: BulkProgress
  /** Of that, what is not tried again. */
  kept: readonly BulkOutcome[]
  /** Asked before each request. */
  isStopped(): boolean
  /** Told after each request, and at the end. */
  onProgress(progress: BulkProgress): void
  tell(event: LatchkeyEvent): void
}

/** Does one thing to many keys, request by request. Never rejects: what failed is in the outcomes. */
export async function runBulk(source: ApiKeySource, order: BulkOrder): Promise<readonly BulkOutcome[]> {
  const { action, ids, kept, isStopped, onProgress } = order
  const cache = createKeyCache(source)
  const outcomes: BulkOutcome[] = []
  const changed: ApiKey[] = []
  const whole = { action, ids: [...new Set(ids)] }
  for (const portion of inPortions(whole.ids)) {
    if (isStopped()) break
    const { results, keys, isOver } = await askFor(source, { action, ids: portion }, whole)
    for (const key of keys) cache.patch(key)
    changed.push(...keys)
    outcomes.push(...results)
    onProgress(progressOf(order, outcomes, true))
    if (isOver) break
  }
  void cache.refresh()
  if (outcomes.length > 0 && outcomes.every(isDeclined)) onProgress(order.before)
  else {
    onProgress(progressOf(order, outcomes, false))
    const failedIds = ids.filter((id) => !outcomes.some((outcome) => outcome.id === id && outcome.ok))
    order.tell({ type: 'bulkDone', action, keys: changed, failedIds })
  }
  return [...kept, ...outcomes]
}

function progressOf(
  { ids, kept }: BulkOrder,
  outcomes: readonly BulkOutcome[],
  isPending: boolean,
): BulkProgress {
  // To those that the host said no to nothing was done, as where somebody stops it.
  const results = [...kept, ...outcomes.filter((outcome) => !isDeclined(outcome))]
  const all = [...kept.map(({ id }) => id), ...ids]
  const failedIds = isPending ? [] : all.filter((id) => !results.some((each) => each.id === id && each.ok))
  const retryableIds = failedIds.filter((id) => !results.some((each) => each.id === id && isForGood(each)))
  const progress = { done: results.length, total: all.length }
  return { isPending, isDone: !isPending, progress, results, failedIds, retryableIds }
}

function isDeclined(outcome: BulkOutcome): boolean {
  return !outcome.ok && outcome.code === 'declined'
}

/** Whether it was refused in a way that another try would be refused in again. */
function isForGood(outcome: BulkOutcome): boolean {
  return !outcome.ok && refusedForGood.has(outcome.code)
}

const refusedForGood: ReadonlySet<ClientErrorCode> = new Set([
  'not_found',
  'forbidden',
  'key_not_updatable',
  'bad_request',
  'method_not_allowed',
])

/** The largest request that a server takes. */
const mostAtOnce = 100

/** In about four requests, so that there is progress to tell and a place to stop, but few for few keys. */
function inPortions(ids: readonly string[]): string[][] {
  const size = Math.min(mostAtOnce, Math.max(10, Math.ceil(ids.length / 4)))
  const portions: string[][] = []
  for (let from = 0; from < ids.length; from += size) portions.push(ids.slice(from, from + size))
  return portions
}

/** Asks for one portion. Where the whole request fails, the next would too: the run is over then. */
async function askFor(
  { client }: ApiKeySource,
  input: BulkInput,
  portionOf: BulkInput,
): Promise<{ results: BulkOutcome[]; keys: ApiKey[]; isOver: boolean }> {
  const { ids } = input
  try {
    assertOnline()
    const answer = await requireOperation(client, 'bulk')(input, { portionOf })
    const byId = new Map(answer.results.map((result) => [result.id, result]))
    const keys = answer.results.flatMap(({ key }) => (key ? [key] : []))
    const results = ids.map((id): BulkOutcome => {
      const { key, error } = byId.get(id) ?? {}
      return key && !error ? { id, ok: true } : { id, ok: false, code: codeOf(error?.code) }
    })
    return { results, keys, isOver: false }
  } catch (thrown) {
    const { code } = toLatchkeyError(thrown)
    return { results: ids.map((id) => ({ id, ok: false, code })), keys: [], isOver: true }
  }
}

function codeOf(text = ''): ClientErrorCode {
  return isErrorCode(text) ? text : 'unknown'
}
