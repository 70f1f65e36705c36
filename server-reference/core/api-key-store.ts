import type {
  ActivityEvent,
  ApiKey,
  KeyCounts,
  KeyFilter,
  Page,
  SortOrder,
  Usage,
} from '../../src/contract/index.js'
import type { DuePage, DueQuery, Notice } from './due-keys.js'
import type { ConsumerEvent, NewEvent } from './new-event.js'
import type { StoreCurrency } from './store-currency.js'
import type { KeyDigest, StoredKey, VerificationRecord } from './stored-key.js'

export type { DueKey, DuePage, DueQuery, Notice } from './due-keys.js'
export type { ConsumerEvent, NewEvent } from './new-event.js'

/**
 * Where keys live. Every method rejects only when the store itself fails; what a rule refuses is a value.
 * A change and its event commit together. Names, quotas, versions and states are guarded by the write itself,
 * column by column, never by a check before it. All `now…` and `…Ms` are milliseconds since the epoch.
 */
export interface ApiKeyStore {
  /**
   * The verification read: one lookup through the unique id. null: no such key. Writes nothing. A direct answer,
   * where there is one, saves each request a wait; a store that answers so may also throw what it would reject with.
   */
  findForVerification(id: string): VerificationRecord | null | Promise<VerificationRecord | null>
  /** Absent: the store cannot prove that a record is current, and every verification reads it. */
  readonly currency?: StoreCurrency | undefined
  /**
   * How long a change may take in all, in milliseconds, where the store ends it by itself before: what is told to have
   * failed is not done afterwards. Absent: no longer than anything else.
   */
  readonly changeTimeoutMs?: number | undefined
  /** Consumer of each known id; unknown ids are missing from the map. */
  consumersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Consumers that have keys, in the order of their ids, after that one. '': from the first. */
  listConsumers(afterId: string, limit: number): Promise<string[]>
  /**
   * The key that has one of these digests. null: none has. Where imported keys are accepted it is part of verifications, so
   * it reads by an index.
   */
  findByDigest(digests: readonly KeyDigest[]): Promise<KeyRef | null>
  /** null: unknown, or another consumer's. */
  get(ref: KeyRef): Promise<ApiKey | null>
  list(query: StoreListQuery): Promise<StoreKeyPage>
  insert(insertion: Insertion): Promise<InsertOutcome>
  update(update: StoreUpdate): Promise<UpdateOutcome>
  /** Adds the successor and ends the old key, both or neither. */
  rotate(rotation: StoreRotation): Promise<RotateOutcome>
  /** Idempotent: a second call keeps the first instant and reason, and adds no event. null: unknown, or another consumer's. */
  revoke(revocation: Revocation): Promise<ApiKey | null>
  /** Replaces a digest, if it still is `from`: the lazy rehash after a pepper's rotation. */
  replaceDigest(id: string, from: KeyDigest, to: KeyDigest): Promise<void>
  /**
   * Adds counts to day buckets and moves `lastUsedAt` forward, never back. Unknown ids are skipped. All or nothing, and
   * while it lasts their keys may be closed to other changes: whoever has many entries gives some hundreds at a time.
   */
  recordUsage(entries: readonly UsageEntry[]): Promise<void>
  /**
   * Remembers of keys that they were refused as expired, so that a clock that is set back revives none (OP-12). Skips
   * those whose end, which somebody may have moved meanwhile, had not come then. Once is enough: a further call changes
   * nothing. An `update` that moves the end of such a key to a later instant, or to never, forgets it.
   */
  recordExpired(sightings: readonly ExpirySighting[]): Promise<void>
  /** A series for each of the ids that belongs to the consumer; days without a request are left out. */
  usage(query: UsageSeriesQuery): Promise<Usage['series']>
  /** Events of a key, newest first. null: unknown, or another consumer's. */
  activity(query: StoreActivityQuery): Promise<StoreActivityPage | null>
  recordEvent(event: NewEvent): Promise<void>
  /** Working keys that end soon, or were not used for long, of all consumers, and of which that was not said yet. */
  findDue(query: DueQuery): Promise<DuePage>
  /**
   * Remembers what is about to be said. Answers what nobody had claimed before, so that of several processes one
   * says it, and once; without their events. Unknown keys are skipped. Of one kind about one key at least the last 1,000 are remembered; what
   * was forgotten is said again where it happens again.
   */
  claimNotices(notices: readonly Notice[], now: number): Promise<Notice[]>
  /**
   * null lifts the suspension. Takes effect on the next verification. Idempotent: a second call keeps the first instant
   * and adds no event. The event is part of the activity of each key of the consumer that was made before it.
   */
  suspendConsumer(consumerId: string, suspendedAt: string | null, event: ConsumerEvent): Promise<void>
  /** Deletes counts of days before that day, at most so many, and answers how many; fewer than `limit`: all are gone. */
  forgetUsage(beforeDay: string, limit: number): Promise<number>
  /** Ends connections and timers. Safe to call twice. */
  close(): Promise<void>
}

export interface KeyRef {
  id: string
  /** Part of every WHERE clause, so that nobody reaches another consumer's key. */
  consumerId: string
}

export interface StoreListQuery {
  consumerId: string
  now: number
  /** Part of the name, of the description or of `start`/`end`, in any case. null: everything. */
  search: string | null
  /** A key is listed where any of them is true of it. null: every key. */
  statuses: readonly KeyFilter[] | null
  /** Whether what was revoked more than 30 days before `now` is listed as well. It is counted in any case. */
  withRevokedLongAgo: boolean
  sort: SortOrder
  limit: number
  /** As a former page gave it. A cursor that is not one of this store's gives `cursor_invalid`. */
  cursor: string | null
  warnBeforeSeconds: number
  /** null: no key counts as stale. */
  staleAfterSeconds: number | null
}

export type StoreKeyPage =
  | { ok: true; keys: ApiKey[]; page: Page; counts: KeyCounts }
  | { ok: false; code: 'cursor_invalid' }

export interface Insertion {
  key: StoredKey
  /** Most keys of the consumer that are neither revoked, ended nor replaced by such a key. null: no limit. */
  maxKeys: number | null
  now: number
  idempotency: IdempotencyRecord | null
  event: NewEvent
}

export type InsertOutcome = { ok: true } | { ok: false; code: 'name_taken' | 'key_limit_reached' } | Replay

/** Remembers for 24 h which key a request with an Idempotency-Key made. The secret is not in it. */
export interface IdempotencyRecord {
  /** Caller and route. */
  scope: string
  idempotencyKey: string
  /** SHA-256 of the request's meaning, to tell a repetition from another request. */
  fingerprint: string
}

/** A request with this Idempotency-Key has made a key before; nothing was written now. */
export interface Replay {
  ok: false
  code: 'replay'
  fingerprint: string
  ref: KeyRef
}

export interface StoreUpdate {
  ref: KeyRef
  /** null: whatever the version is. */
  expectedVersion: number | null
  now: number
  /** Only what is present changes. */
  changes: KeyChanges
  event: NewEvent
}

export interface KeyChanges {
  name?: string | undefined
  description?: string | null | undefined
  enabled?: boolean | undefined
  expiresAt?: string | null | undefined
  scopes?: string[] | undefined
  ipAllowlist?: string[] | undefined
  rateLimit?: ApiKey['rateLimit'] | undefined
  /** Refused (`key_not_updatable`) for a key that is not in an overlap. */
  overlapEndsAt?: string | undefined
}

export type UpdateOutcome =
  | { ok: true; key: ApiKey }
  /** `key_not_updatable`: revoked, or its end has passed. */
  | { ok: false; code: 'not_found' | 'version_conflict' | 'name_taken' | 'key_not_updatable' }

export interface StoreRotation {
  ref: KeyRef
  /**
   * Version of the old key that the successor was made from, so that scopes which were narrowed meanwhile do not
   * come back with it. Absent or null: whatever the version is.
   */
  expectedVersion?: number | null | undefined
  now: number
  successor: StoredKey
  /** null: the old key is revoked at once, with the reason `rotated`. */
  overlapEndsAt: string | null
  idempotency: IdempotencyRecord | null
  event: NewEvent
}

export type RotateOutcome =
  | { ok: true; previous: ApiKey }
  /** `key_not_rotatable`: revoked, disabled, ended or seen expired, already replaced, or the key that it replaced still works. */
  | { ok: false; code: 'not_found' | 'key_not_rotatable' | 'version_conflict' }
  | Replay

export interface Revocation {
  ref: KeyRef
  now: number
  reason: string | null
  event: NewEvent
}

export interface UsageEntry {
  keyId: string
  /** UTC calendar day, `YYYY-MM-DD`. */
  day: string
  allowed: number
  denied: number
  /** null: leave it as it is. */
  lastUsedAt: string | null
}

/** A key that was refused as expired. */
export interface ExpirySighting {
  keyId: string
  /** When. */
  atMs: number
}

export interface UsageSeriesQuery {
  consumerId: string
  ids: readonly string[]
  /** First day of the series, `YYYY-MM-DD`. */
  sinceDay: string
}

export interface StoreActivityQuery {
  ref: KeyRef
  limit: number
  cursor: string | null
}

export type StoreActivityPage =
  | { ok: true; events: ActivityEvent[]; page: Page }
  | { ok: false; code: 'cursor_invalid' }
