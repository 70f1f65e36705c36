import { afterEach, beforeEach, it } from 'vitest'
import type { ApiKeyStore } from '../../core/api-key-store.js'

export interface OpenedStore {
  store: ApiKeyStore
  /** Closes the store and opens what it kept. Absent: it keeps nothing. */
  reopen?: (() => Promise<ApiKeyStore>) | undefined
}

export type OpenStore = () => Promise<OpenedStore>

/** A fresh store for each case of a suite, closed after it. */
export function withStore(open: OpenStore) {
  let opened: OpenedStore | undefined
  const current = (): OpenedStore => {
    if (!opened) throw new Error('A store exists only inside a case.')
    return opened
  }
  beforeEach(async () => {
    opened = await open()
  })
  afterEach(async () => {
    await opened?.store.close()
    opened = undefined
  })
  return {
    get store() {
      return current().store
    },
    /** A case for stores that keep what they hold: it is skipped where there is nothing to reopen. */
    itAfterReopening(name: string, check: (reopen: () => Promise<ApiKeyStore>) => Promise<void>) {
      it(name, async ({ skip }) => {
        const { reopen } = current()
        if (!reopen) return skip('this store forgets everything when it closes')
        await check(async () => {
          const store = await reopen()
          opened = { store, reopen }
          return store
        })
      })
    },
  }
}
