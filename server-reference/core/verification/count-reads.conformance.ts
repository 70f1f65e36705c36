import type { ApiKeyStore } from '../api-key-store.js'

/** A store that counts its verification reads. */
export function countReads(store: ApiKeyStore) {
  const reads: string[] = []
  const findForVerification = (id: string) => {
    reads.push(id)
    return store.findForVerification(id)
  }
  return { reads, store: { ...store, findForVerification } }
}
