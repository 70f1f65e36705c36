import type { ApiKeyStore } from '../../core/api-key-store.js'

/** Gives every call to the next store in turn. */
export function inTurns(stores: readonly [ApiKeyStore, ApiKeyStore]): ApiKeyStore {
  let calls = 0
  return new Proxy(stores[0], {
    get: (_, name) => {
      if (name === 'close') return () => Promise.all(stores.map((store) => store.close()))
      calls += 1
      return Reflect.get(stores[calls % 2] ?? stores[0], name)
    },
  })
}
