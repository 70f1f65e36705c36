import { type ApiKey, type SortOrder, toInstant } from '../../../src/contract/index.js'
import type {
  ApiKeyStore,
  ConsumerEvent,
  Insertion,
  KeyRef,
  NewEvent,
  Revocation,
  StoreListQuery,
  StoreRotation,
  StoreUpdate,
} from '../../core/api-key-store.js'
import type { StoredKey } from '../../core/stored-key.js'

/** The instant at which every case begins, in milliseconds since the epoch. */
export const now = Date.parse('2026-11-23T12:00:00.000Z')

export const day = 24 * 60 * 60

/** The instant so many seconds from `now`. */
export const at = (offsetSeconds: number): string => toInstant(now + offsetSeconds * 1000)

export const consumerId = 'app_1'

let counter = 0

/** A key like no other: its id, name and digest are its own. */
export function sampleKey(fields: Partial<StoredKey> = {}): StoredKey {
  counter += 1
  const id = fields.id ?? `Key${String(counter).padStart(13, '0')}`
  return {
    id,
    consumerId,
    name: `key ${counter}`,
    description: null,
    environment: 'live',
    prefix: 'lk_live_',
    start: id.slice(0, 4),
    end: 'ovbm',
    scopes: [],
    ipAllowlist: [],
    rateLimit: null,
    createdAt: at(0),
    updatedAt: at(0),
    createdBy: null,
    expiresAt: null,
    lastUsedAt: null,
    disabledAt: null,
    revokedAt: null,
    revokedReason: null,
    rotation: null,
    managedBy: null,
    version: 1,
    digest: { algorithm: 'sha256', pepperId: null, value: String(counter).padStart(64, 'a') },
    ...fields,
  }
}

/** A key in which nothing is null that need not be. */
export function fullKey(fields: Partial<StoredKey> = {}): StoredKey {
  return sampleKey({
    description: 'Delivers “orders” to Łódź',
    environment: 'test',
    prefix: 'lk_test_',
    scopes: ['orders:read', 'orders:write'],
    ipAllowlist: ['10.0.0.0/8', '2001:db8::/32'],
    rateLimit: { limit: 600, windowSeconds: 60 },
    createdBy: { id: 'user_1', name: 'Ada' },
    expiresAt: at(30 * day),
    lastUsedAt: at(-60),
    managedBy: { name: 'Terraform', url: 'https://terraform.example/keys' },
    version: 7,
    ...fields,
  })
}

export const refOf = ({ id, consumerId }: KeyRef): KeyRef => ({ id, consumerId })

export function eventFor(key: KeyRef, fields: Partial<NewEvent> = {}): NewEvent {
  return {
    keyId: key.id,
    consumerId: key.consumerId,
    type: 'created',
    at: at(0),
    actor: null,
    address: null,
    userAgent: null,
    reason: null,
    changes: [],
    ...fields,
  }
}

/** What `suspendConsumer` is given. */
export function suspensionOf(
  consumerId: string,
  suspendedAt: string | null,
  fields: Partial<ConsumerEvent> = {},
): [string, string | null, ConsumerEvent] {
  const type = suspendedAt === null ? 'consumer_resumed' : 'consumer_suspended'
  const { keyId: _, type: __, ...event } = eventFor({ id: '', consumerId })
  return [consumerId, suspendedAt, { ...event, keyId: null, type, ...fields }]
}

export function insertionOf(key: StoredKey, options: Partial<Insertion> = {}): Insertion {
  return { key, maxKeys: null, now, idempotency: null, event: eventFor(key), ...options }
}

export function updateOf(key: KeyRef, changes: StoreUpdate['changes'], options: Partial<StoreUpdate> = {}) {
  const event = eventFor(key, { type: 'updated', changes: Object.keys(changes) })
  return { ref: refOf(key), expectedVersion: null, now, changes, event, ...options } satisfies StoreUpdate
}

export function rotationOf(key: StoredKey, options: Partial<StoreRotation> = {}): StoreRotation {
  return {
    ref: refOf(key),
    now,
    successor: sampleKey({
      name: key.name,
      consumerId: key.consumerId,
      scopes: key.scopes,
      rotation: { replacesId: key.id },
    }),
    overlapEndsAt: at(3600),
    idempotency: null,
    event: eventFor(key, { type: 'rotated' }),
    ...options,
  }
}

export function revocationOf(key: KeyRef, options: Partial<Revocation> = {}): Revocation {
  return { ref: refOf(key), now, reason: null, event: eventFor(key, { type: 'revoked' }), ...options }
}

/** Adds keys, none of which may be refused. */
export async function insertAll(store: ApiKeyStore, ...keys: StoredKey[]): Promise<void> {
  for (const key of keys) {
    const outcome = await store.insert(insertionOf(key))
    if (!outcome.ok) throw new Error(`A sample was refused: ${outcome.code}.`)
  }
}

export function queryFor(options: Partial<StoreListQuery> = {}): StoreListQuery {
  const sort: SortOrder = '-createdAt'
  return {
    consumerId,
    now,
    search: null,
    statuses: null,
    withRevokedLongAgo: true,
    sort,
    limit: 100,
    cursor: null,
    warnBeforeSeconds: 7 * day,
    staleAfterSeconds: 90 * day,
    ...options,
  }
}

export async function listOrThrow(store: ApiKeyStore, options: Partial<StoreListQuery> = {}) {
  const answer = await store.list(queryFor(options))
  if (!answer.ok) throw new Error(`A list was refused: ${answer.code}.`)
  return answer
}

export async function activityOf(store: ApiKeyStore, key: KeyRef) {
  const answer = await store.activity({ ref: refOf(key), limit: 100, cursor: null })
  if (!answer?.ok) throw new Error('A key has no activity.')
  return answer.events
}

export function withoutDigest({ digest: _, ...key }: StoredKey): ApiKey {
  return key
}
