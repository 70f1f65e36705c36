import type { ExpirySighting } from '../../core/api-key-store.js'
import { hasEnded } from '../held-names.js'
import type { MemoryState } from './memory-state.js'

export function recordExpired(state: MemoryState, sightings: readonly ExpirySighting[]): void {
  for (const { keyId, atMs } of sightings) {
    const key = state.keys.get(keyId)
    if (key && hasEnded(key, atMs)) state.seenExpired.add(keyId)
  }
}
