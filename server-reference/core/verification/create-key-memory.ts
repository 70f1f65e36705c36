import { type Awaitable, andThen } from '../and-then.js'
import type { ApiKeyStore } from '../api-key-store.js'
import type { VerificationRecord } from '../stored-key.js'

/** Finds a key's record: in memory where its store proves it current, otherwise in the store. null: no such key. */
export type FindRecord = (id: string) => Awaitable<VerificationRecord | null>

/**
 * Keeps what was read for verifications, for as long as the store proves that it is still so (VF-7). An id that
 * nobody has is not kept, so that guesses take no room and a key works from the moment it is made (VF-8).
 *
 * @param maxKeys most records that are kept; those that were not used for longest go first. 0: none
 */
export function createKeyMemory(
  store: Pick<ApiKeyStore, 'findForVerification' | 'currency'>,
  maxKeys: number,
): FindRecord {
  const { currency } = store
  if (!currency || maxKeys === 0) return (id) => store.findForVerification(id)

  // Two halves instead of an order of use: to keep one would cost a write at every read.
  const halfSize = Math.ceil(maxKeys / 2)
  let recent = new Map<string, VerificationRecord>()
  let older = new Map<string, VerificationRecord>()
  let changes = 0

  currency.onChange((change) => {
    changes += 1
    if (change.of === 'everything') {
      recent = new Map()
      older = new Map()
    } else if (change.of === 'key') {
      recent.delete(change.id)
      older.delete(change.id)
    } else {
      for (const half of [recent, older]) forgetConsumer(half, change.id)
    }
  })

  return function find(id) {
    if (!currency.isProven()) return store.findForVerification(id)
    const record = recent.get(id)
    if (record) return record
    const known = older.get(id)
    if (known) {
      older.delete(id)
      remember(id, known)
      return known
    }
    const changesBefore = changes
    return andThen(store.findForVerification(id), (found) => {
      // What was read may be what a change meanwhile has replaced; it answers this request, and no later one.
      if (found && changes === changesBefore) remember(id, found)
      return found
    })
  }

  function remember(id: string, record: VerificationRecord): void {
    if (recent.size >= halfSize) {
      older = recent
      recent = new Map()
    }
    recent.set(id, record)
  }
}

function forgetConsumer(records: Map<string, VerificationRecord>, consumerId: string): void {
  for (const [id, record] of records) {
    if (record.consumerId === consumerId) records.delete(id)
  }
}
