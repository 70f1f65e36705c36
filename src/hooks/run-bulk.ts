import { type ClientErrorCode, toLatchkeyError } from '../client/index.js'
import { type ApiKey, type BulkInput, isErrorCode } from '../contract/index.js'
import { assertOnline } from './assert-online.js'
import type { BulkActionName, BulkOutcome } from './bulk-state.js'
import { createKeyCache } from './key-cache.js'
import { requireOperation } from './require-operation.js'
import type { ApiKeySource } from './use-api-key-source.js'

export interface BulkOrder {
  action: BulkActionName
  ids: readonly string[]
  /** Asked before each request. */
  isStopped(): boolean
  /** Told after each request. */
  onAnswer(results: readonly BulkOutcome[]): void
}

/** Does one thing to many keys, request by request, and answers the keys as they are then. Never rejects. */
export async function runBulk(source: ApiKeySource, order: BulkOrder): Promise<ApiKey[]> {
  const { action, ids, isStopped, onAnswer } = order
  const cache = createKeyCache(source)
  const changed: ApiKey[] = []
  const whole = { action, ids: [...new Set(ids)] }
  for (const portion of inPortions(whole.ids)) {
    if (isStopped()) break
    const { results, keys, isOver } = await askFor(source, { action, ids: portion }, whole)
    for (const key of keys) cache.patch(key)
    changed.push(...keys)
    onAnswer(results)
    if (isOver) break
  }
  void cache.refresh()
  return changed
}

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
