import type { ApiKeyStore } from '../../core/api-key-store.js'
import type { StoreChange } from '../../core/store-currency.js'

/**
 * What this instance changes is forgotten before its caller hears that it is done, without waiting for the database's
 * own notification: the next request here must see it (VF-6). After a failure too, because it may be stored.
 */
export function tellOwnChanges(store: ApiKeyStore, tell: (change: StoreChange) => void): ApiKeyStore {
  const afterwards = <T>(work: Promise<T>, change: StoreChange) => work.finally(() => tell(change))
  return {
    ...store,
    update: (update) => afterwards(store.update(update), { of: 'key', id: update.ref.id }),
    rotate: (rotation) => afterwards(store.rotate(rotation), { of: 'key', id: rotation.ref.id }),
    revoke: (revocation) => afterwards(store.revoke(revocation), { of: 'key', id: revocation.ref.id }),
    replaceDigest: (id, from, to) => afterwards(store.replaceDigest(id, from, to), { of: 'key', id }),
    recordExpired: (sightings) =>
      store.recordExpired(sightings).finally(() => {
        for (const { keyId } of sightings) tell({ of: 'key', id: keyId })
      }),
    suspendConsumer: (consumerId, suspendedAt, event) =>
      afterwards(store.suspendConsumer(consumerId, suspendedAt, event), { of: 'consumer', id: consumerId }),
  }
}
