import type { ApiKeyStore } from '../../core/api-key-store.js'
import { appendEvent } from './events.js'
import { findDue } from './find-due.js'
import { findByDigest, findConsumers, getKey, listConsumers } from './find-keys.js'
import { insertKey } from './insert-key.js'
import { listActivity } from './list-activity.js'
import { listKeys } from './list-keys.js'
import { claimNotices } from './notices.js'
import { recordExpired } from './record-expired.js'
import { replaceDigest } from './replace-digest.js'
import { revokeKey } from './revoke-key.js'
import { rotateKey } from './rotate-key.js'
import type { SqlAccess } from './sql-access.js'
import { suspendConsumer } from './suspend-consumer.js'
import { updateKey } from './update-key.js'
import { forgetUsage, recordUsage, usageSeries } from './usage.js'

/** What each database does by itself: the one read that has no time for a query builder, its proof, and its end. */
type OwnMethods = Pick<ApiKeyStore, 'findForVerification' | 'currency' | 'changeTimeoutMs' | 'close'>

/** Puts the shared queries over one database's connections. */
export function createSqlStore(access: SqlAccess, own: OwnMethods): ApiKeyStore {
  return {
    findForVerification: own.findForVerification,
    currency: own.currency,
    changeTimeoutMs: own.changeTimeoutMs,
    consumersOf: (ids) => findConsumers(access, ids),
    listConsumers: (afterId, limit) => listConsumers(access, afterId, limit),
    findByDigest: (digests) => findByDigest(access, digests),
    get: (ref) => getKey(access, ref),
    list: (query) => listKeys(access, query),
    insert: (insertion) => insertKey(access, insertion),
    update: (update) => updateKey(access, update),
    rotate: (rotation) => rotateKey(access, rotation),
    revoke: (revocation) => revokeKey(access, revocation),
    replaceDigest: (id, from, to) => replaceDigest(access, id, from, to),
    recordUsage: (entries) => recordUsage(access, entries),
    recordExpired: (sightings) => recordExpired(access, sightings),
    usage: (query) => usageSeries(access, query),
    activity: (query) => listActivity(access, query),
    recordEvent: async (event) => {
      const db = await access.writes()
      await db.transaction().execute((trx) => appendEvent(trx, event))
    },
    findDue: (query) => findDue(access, query),
    claimNotices: (notices, now) => claimNotices(access, notices, now),
    suspendConsumer: (consumerId, suspendedAt, event) =>
      suspendConsumer(access, consumerId, suspendedAt, event),
    forgetUsage: (beforeDay, limit) => forgetUsage(access, beforeDay, limit),
    close: own.close,
  }
}
