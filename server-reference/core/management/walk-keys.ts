import type { ApiKey } from '../../../src/contract/index.js'
import type { ApiKeyStore, StoreKeyPage } from '../api-key-store.js'

const keysAtOnce = 100
const consumersAtOnce = 500

/** Keeps a call to its deadline. */
type Ask = <T>(work: () => Promise<T>) => Promise<T>

/** Every key of a consumer, oldest first, however many there are. */
export async function* walkKeys(
  store: ApiKeyStore,
  ask: Ask,
  consumerId: string,
  now: () => number,
): AsyncGenerator<ApiKey, void> {
  for (let cursor: string | null = null; ; ) {
    const from: string | null = cursor
    const page: StoreKeyPage = await ask(() =>
      store.list({
        consumerId,
        now: now(),
        search: null,
        statuses: null,
        withRevokedLongAgo: true,
        sort: 'createdAt',
        limit: keysAtOnce,
        cursor: from,
        warnBeforeSeconds: 0,
        staleAfterSeconds: null,
      }),
    )
    if (!page.ok) throw new Error('Latchkey: a store refused its own cursor.')
    yield* page.keys
    cursor = page.page.nextCursor
    if (cursor === null) return
  }
}

/** Every consumer that has keys. */
export async function* walkConsumers(store: ApiKeyStore, ask: Ask): AsyncGenerator<string, void> {
  for (let afterId = ''; ; ) {
    const from = afterId
    const ids = await ask(() => store.listConsumers(from, consumersAtOnce))
    yield* ids
    const last = ids.at(-1)
    if (last === undefined || ids.length < consumersAtOnce) return
    afterId = last
  }
}
