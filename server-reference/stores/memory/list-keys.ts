import type { StoreKeyPage, StoreListQuery } from '../../core/api-key-store.js'
import { pageKeys } from '../page-keys.js'
import type { MemoryState } from './memory-state.js'
import { toApiKey } from './to-api-key.js'

export function listKeys(state: MemoryState, query: StoreListQuery): StoreKeyPage {
  const own = Array.from(state.keys.values()).filter(({ consumerId }) => consumerId === query.consumerId)
  const page = pageKeys(own, query)
  return page.ok ? { ...page, keys: page.keys.map(toApiKey) } : page
}
