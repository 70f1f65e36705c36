import { type Awaitable, andThen } from '../and-then.js'
import type { ApiKeyStore } from '../api-key-store.js'
import { type KnownKey, toKnownKey } from './known-key.js'

export interface KeyMemory {
  /** In memory where its store proves it current, otherwise in the store. null: no such key. */
  find(id: string): Awaitable<KnownKey | null>
  /** As it was kept, proven or not. The store hears nothing of it. null: it is not kept. */
  peek(id: string): KnownKey | null
  /** Whether the store proves that what was kept is still so. */
  isCurrent(known: KnownKey): boolean
}

/**
 * Keeps what was read for verifications, for as long as the store proves that it is still so (VF-7). An id that
 * nobody has is not kept, so that guesses take no room and a key works from the moment it is made (VF-8).
 *
 * @param maxKeys most records that are kept; those that were not used for longest go first. 0: none
 */
export function createKeyMemory(
  store: Pick<ApiKeyStore, 'findForVerification' | 'currency'>,
  maxKeys: number,
): KeyMemory {
  const { currency } = store
  if (!currency || maxKeys === 0) {
    return { find: read, peek: () => null, isCurrent: () => false }
  }

  // Two halves instead of an order of use: to keep one would cost a write at every read.
  const halfSize = Math.ceil(maxKeys / 2)
  let recent = new Map<string, KnownKey>()
  let older = new Map<string, KnownKey>()
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

  return {
    find(id) {
      if (!currency.isProven()) return read(id)
      const known = look(id)
      if (known) return known
      const changesBefore = changes
      return andThen(read(id), (found) => {
        // What was read may be what a change meanwhile has replaced; it answers this request, and no later one.
        if (found && changes === changesBefore) remember(found)
        return found
      })
    },
    peek: look,
    // Asked first: to prove what is left it tells of what is not. And it may have been told since the peek; where it
    // was not, there is no need to look again.
    isCurrent: (known) => currency.isProven() && (known.changesSeen === changes || look(known.id) === known),
  }

  function look(id: string): KnownKey | null {
    const known = recent.get(id) ?? takeOlder(id)
    if (known === null) return null
    known.changesSeen = changes
    return known
  }

  function takeOlder(id: string): KnownKey | null {
    const known = older.get(id)
    if (!known) return null
    older.delete(id)
    remember(known)
    return known
  }

  function read(id: string): Awaitable<KnownKey | null> {
    return andThen(
      store.findForVerification(copyText(id)),
      (record) => record && toKnownKey(record, record.digest),
    )
  }

  function remember(known: KnownKey): void {
    if (recent.size >= halfSize) {
      older = recent
      recent = new Map()
    }
    recent.set(known.id, known)
  }
}

function forgetConsumer(keys: Map<string, KnownKey>, consumerId: string): void {
  for (const [id, known] of keys) {
    if (known.consumerId === consumerId) keys.delete(id)
  }
}

/** A text cut out of another keeps that one in memory: here the whole key that a request sent, for as long as its id. */
function copyText(text: string): string {
  return text.split('').join('')
}
