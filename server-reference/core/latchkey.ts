import type {
  ActivityPage,
  ActivityQuery,
  Actor,
  ApiKey,
  BulkAction,
  BulkResult,
  Capabilities,
  Created,
  CreateInput,
  Environment,
  ErrorCode,
  KeyPage,
  ListQuery,
  OperationName,
  RefusalCode,
  Rotated,
  ScopeCatalogue,
  UpdateInput,
  Usage,
  UsageQuery,
} from '../../src/contract/index.js'
import type { AnnouncementCounts } from './events/create-announcer.js'
import type { LatchkeyEvent } from './events/latchkey-event.js'
import type { Health } from './health.js'
import type { KeySelection } from './key-selection.js'
import type { ImportOutcome, KeyToImport } from './key-to-import.js'
import type { Leak, LeakOutcome, LeakPolicy } from './leak.js'
import type { TokenService } from './machine-tokens.js'
import type { MeterReadings } from './observe/create-meter.js'
import type { RateDecision } from './rate-limiter.js'
import type { SessionProvider, SessionUser } from './session-provider.js'

/**
 * What HTTP handlers and framework adapters need: who is signed in, what a key opens, and the operations. `createLatchkey`
 * makes one that keeps keys itself; another may ask a service that keeps them.
 */
export interface KeyService {
  /** Named in `WWW-Authenticate`. */
  readonly realm: string
  readonly session: SessionProvider
  /** Whether `X-API-Key` is read beside `Authorization`. */
  readonly acceptsApiKeyHeader: boolean
  readonly management: OfferedManagement
  verify(request: VerifyRequest): Promise<Verification>
  /**
   * A middleware's early look, where one by `verify` would cost something: what is refused without asking anybody. null:
   * go on, the handler will see. @default `verify` with `charge: false`
   */
  lookEarly?(request: Pick<VerifyRequest, 'headers'>): Refusal | null
}

export type Refusal = Extract<Verification, { ok: false }>

/** What a service has no operation for is answered as if its path did not exist, and `capabilities` does not name it. */
export type OfferedManagement = Pick<KeyManagement, 'list' | 'create' | 'capabilities'> &
  Partial<KeyManagement>

/** Keeps keys in a store of the app's; made by `createLatchkey`. */
export interface Latchkey extends KeyService {
  readonly management: KeyManagement
  /** What `tokenHandler` offers. Absent: no tokens are made here, and none is accepted. */
  readonly tokens?: TokenService | undefined
  /** For the app's own code; nobody reaches it over HTTP. */
  readonly consumers: ConsumerControl
  /**
   * Revokes keys for good and at once, whoever they belong to, and answers the ids of those that were not revoked
   * before. For emergencies and jobs; nobody reaches it over HTTP. Rejects where the store fails: call it again, it goes
   * on from there. @param options.actor who did it, for the activity log @param options.reason why, at most 255
   * characters
   */
  revokeKeys(selection: KeySelection, options?: ByActor & Because & RevocationRun): Promise<string[]>
  /**
   * Takes over a key that another system made, so that it goes on working: with `acceptImportedKeys`, without which it is
   * refused as unknown. Idempotent. For `npx latchkey import` and jobs; nobody reaches it over HTTP. Rejects where the
   * store fails. @param options.actor who did it, for the activity log @param options.reason from where
   */
  importKey(key: KeyToImport, options?: ByActor & Because): Promise<ImportOutcome>
  /**
   * What to do when a key was found in public, whoever found it: a scanner, or a person who wrote to you. It is flagged or
   * revoked, its activity says so, and `onEvent` is told (`leaked`). Never told of the secret. Rejects where the store
   * fails: call it again, it goes on from there. @param options.actor who found it
   */
  reportLeak(leak: Leak, options?: ByActor & { policy?: LeakPolicy | undefined }): Promise<LeakOutcome>
  /**
   * Announces keys that end soon or were not used for long, each once, and answers them; then deletes usage that is
   * older than `usage.keepDays`. Let a timer call it, about once an hour, in every process: of several one announces.
   */
  sweep(): Promise<LatchkeyEvent[]>
  /** Whether requests can be answered. Never rejects, and never says why not. */
  health(): Promise<Health>
  /** Counts since the start of the process. Verifications and management are counted with `metrics: true`. */
  measure(): Measurements
  /** Writes what usage has gathered. Called by a timer and on `close`. */
  flush(): Promise<void>
  /**
   * Flushes, then closes the limiter and the store. Gives each five seconds, so that a process always ends, and
   * rejects where one was late or failed.
   */
  close(): Promise<void>
}

/** Refuses all keys of a consumer, on every instance within the bound of a revocation. Rejects where the store fails. */
export interface ConsumerControl {
  /**
   * Its keys are refused with `consumer_suspended`, until `resume`. Both are told to `onEvent`, at each call, and what
   * changed something is in the activity log of each of its keys. @param options.actor who did it, for both
   * @param options.reason why, for both; at most 255 characters are kept
   */
  suspend(consumerId: string, options?: ByActor & Because): Promise<void>
  resume(consumerId: string, options?: ByActor & Because): Promise<void>
  /**
   * For a consumer that was deleted, or a person who left: suspends it for good and revokes each of its keys. Call it
   * again where it rejects; it goes on from there. @param options.actor who did it, for the activity log
   */
  remove(consumerId: string, options?: ByActor): Promise<void>
}

interface RevocationRun {
  /** Answer which keys it would be, and revoke none. @default false */
  dryRun?: boolean | undefined
  /** Told of each one, as it goes: for whoever waits. */
  onKey?: ((id: string) => void) | undefined
}

interface Because {
  /** null: nobody said. @default null */
  reason?: string | null | undefined
}

interface ByActor {
  /** null: nobody in particular, as a job. @default null */
  actor?: Actor | null | undefined
}

export interface Measurements extends MeterReadings {
  usage: { waiting: number; dropped: number }
  events: AnnouncementCounts
}

export interface VerifyRequest {
  headers: Headers
  /** All of them are needed. */
  requiredScopes?: readonly string[] | undefined
  /** The caller's address, from the socket or a trusted proxy; null: unknown, which an allowlist refuses. */
  address: string | null
  /**
   * false: decide, but charge nothing for what is allowed (a middleware's early look). What is refused is noted all
   * the same, because the request ends there. @default true
   */
  charge?: boolean | undefined
}

export type Verification =
  | { ok: true; key: VerifiedKey; rate: RateState | null }
  | {
      ok: false
      code: RefusalCode
      /** For `rate_limited` and `store_unavailable`. */
      retryAfterSeconds?: number | undefined
      /** For `insufficient_scope`: all that the request needs. */
      requiredScopes?: readonly string[] | undefined
      rate?: RateState | undefined
    }

/**
 * The identity of a machine, frozen, from the store alone; with a machine token, from what the store said of its key
 * when the token was made.
 */
export interface VerifiedKey {
  readonly id: string
  readonly consumerId: string
  readonly name: string
  readonly environment: Environment
  readonly scopes: readonly string[]
}

/** What the RateLimit headers say. */
export interface RateState extends RateDecision {
  policy: string
  limit: number
  windowSeconds: number
}

/** The operations of the contract for a signed-in person. Inputs have passed the contract's schemas. */
export interface KeyManagement {
  list(caller: Caller, query: ListQuery): Promise<Outcome<KeyPage>>
  create(caller: Caller, input: CreateInput, options: IdempotencyOptions): Promise<Outcome<Created>>
  get(caller: Caller, id: string): Promise<Outcome<{ key: ApiKey }>>
  /** @param expectedVersion the version that the caller read */
  update(
    caller: Caller,
    id: string,
    input: UpdateInput,
    expectedVersion: number,
  ): Promise<Outcome<{ key: ApiKey }>>
  rotate(
    caller: Caller,
    id: string,
    input: { overlapSeconds: number },
    options: IdempotencyOptions,
  ): Promise<Outcome<Rotated>>
  revoke(
    caller: Caller,
    id: string,
    input: { reason?: string | undefined },
  ): Promise<Outcome<{ key: ApiKey }>>
  bulk(caller: Caller, input: { action: BulkAction; ids: readonly string[] }): Promise<Outcome<BulkResult>>
  usage(caller: Caller, query: UsageQuery): Promise<Outcome<Usage>>
  activity(caller: Caller, id: string, query: ActivityQuery): Promise<Outcome<ActivityPage>>
  identify(caller: Caller, sha256: string): Promise<Outcome<{ id: string }>>
  scopes(caller: Caller, consumerId: string | null): Promise<Outcome<ScopeCatalogue>>
  capabilities(caller: Caller, consumerId: string | null): Promise<Outcome<Capabilities>>
}

/** Who calls an operation, and from where; the address and agent go to the activity log. */
export interface Caller {
  user: SessionUser
  address: string | null
  userAgent: string | null
}

export interface IdempotencyOptions {
  /** null: the request carried none, and is never taken for a repetition. */
  idempotencyKey: string | null
}

export type Outcome<T> =
  | { ok: true; value: T }
  | {
      ok: false
      code: ErrorCode
      fields?: Record<string, string> | undefined
      /** What is particular to this case; the table's detail otherwise. */
      detail?: string | undefined
      retryAfterSeconds?: number | undefined
    }

/** May this person do this to this consumer's keys? An object narrows which scopes they may grant. */
export type Authorize = (question: {
  user: SessionUser
  consumerId: string
  action: OperationName
}) => Authorization | Promise<Authorization>

export type Authorization = boolean | { scopes: readonly string[] }
