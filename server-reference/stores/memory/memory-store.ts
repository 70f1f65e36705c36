import type { ApiKeyStore, KeyRef } from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'
import { boundEvent } from '../bound-event.js'
import { insertKey } from './insert-key.js'
import { listActivity } from './list-activity.js'
import { listKeys } from './list-keys.js'
import { createMemoryState } from './memory-state.js'
import { claimNotices, findDue } from './notices.js'
import { recordExpired } from './record-expired.js'
import { revokeKey } from './revoke-key.js'
import { rotateKey } from './rotate-key.js'
import { ownKey, toApiKey } from './to-api-key.js'
import { toVerificationRecord } from './to-verification-record.js'
import { updateKey } from './update-key.js'
import { forgetUsage, recordUsage, usageSeries } from './usage.js'

export interface MemoryStoreOptions {
  /** Keys to begin with. @default none */
  keys?: readonly StoredKey[] | undefined
}

/** Keeps keys in this process alone, and forgets them with it: for mocks and tests. Runs in a browser. */
export function memoryStore({ keys = [] }: MemoryStoreOptions = {}): ApiKeyStore {
  const state = createMemoryState(keys)
  return {
    findForVerification: async (id) => {
      const key = state.keys.get(id)
      return key ? toVerificationRecord(key, state) : null
    },
    consumersOf: async (ids) =>
      new Map(
        ids.flatMap((id) => {
          const key = state.keys.get(id)
          return key ? [[id, key.consumerId] as const] : []
        }),
      ),
    listConsumers: async (afterId, limit) => {
      const ids = Array.from(state.keys.values(), ({ consumerId }) => consumerId)
      return Array.from(new Set(ids.filter((id) => id > afterId)))
        .toSorted((one, other) => (one < other ? -1 : 1))
        .slice(0, limit)
    },
    findByDigest: async (digests) => {
      for (const key of state.keys.values()) {
        if (digests.some((digest) => isSameDigest(digest, key.digest))) return refOf(key)
      }
      return null
    },
    get: async (ref) => {
      const key = ownKey(state, ref)
      return key ? toApiKey(key) : null
    },
    list: async (query) => listKeys(state, query),
    insert: async (insertion) => insertKey(state, insertion),
    update: async (update) => updateKey(state, update),
    rotate: async (rotation) => rotateKey(state, rotation),
    revoke: async (revocation) => revokeKey(state, revocation),
    replaceDigest: async (id, from, to) => {
      const key = state.keys.get(id)
      if (key && isSameDigest(key.digest, from)) state.keys.set(id, { ...key, digest: { ...to } })
    },
    recordUsage: async (entries) => recordUsage(state, entries),
    recordExpired: async (sightings) => recordExpired(state, sightings),
    usage: async (query) => usageSeries(state, query),
    activity: async (query) => listActivity(state, query),
    recordEvent: async (event) => {
      state.events.push(boundEvent(event))
    },
    findDue: async (query) => findDue(state, query),
    claimNotices: async (notices) => claimNotices(state, notices),
    suspendConsumer: async (consumerId, suspendedAt, event) => {
      if (state.suspensions.has(consumerId) === (suspendedAt !== null)) return
      if (suspendedAt === null) state.suspensions.delete(consumerId)
      else state.suspensions.set(consumerId, suspendedAt)
      state.events.push(boundEvent(event))
    },
    forgetUsage: async (beforeDay, limit) => forgetUsage(state, beforeDay, limit),
    close: async () => {},
  }
}

function refOf({ id, consumerId }: StoredKey): KeyRef {
  return { id, consumerId }
}

function isSameDigest(a: StoredKey['digest'], b: StoredKey['digest']): boolean {
  return a.algorithm === b.algorithm && a.pepperId === b.pepperId && a.value === b.value
}
