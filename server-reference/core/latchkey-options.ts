import type { Environment, RateLimit, RefusalCode, ScopeDefinition } from '../../src/contract/index.js'
import type { ApiKeyStore } from './api-key-store.js'
import type { EventListener } from './events/latchkey-event.js'
import type { Authorize } from './latchkey.js'
import type { MachineTokens } from './machine-tokens.js'
import type { Tracer } from './observe/tracer.js'
import type { RateLimiter } from './rate-limiter.js'
import type { SessionProvider, SessionUser } from './session-provider.js'

/** All that a server author decides. Everything but the first three has a safe default. */
export interface LatchkeyOptions {
  /** Where keys live. */
  store: ApiKeyStore
  /** Who is signed in: the people who manage keys. Machines never pass through it. */
  session: SessionProvider
  limits: LimitOptions
  /**
   * May this person do this to this consumer's keys? An object narrows which scopes they may grant.
   * @default only for the consumer that `defaultConsumerId` gives
   */
  authorize?: Authorize | undefined
  /**
   * Has this person shown lately that it is them, as by a password or a passkey? Asked before a key is created or
   * rotated, or an update lets it do more than before. Anything but true is refused with `reauthentication_required`.
   * @default nobody is asked
   */
  confirm?: Confirm | undefined
  /** The consumer whose keys a person manages when a request names none. @default the user's id */
  defaultConsumerId?: ((user: SessionUser) => string | Promise<string>) | undefined
  /** First part of every key, so that scanners can tell yours: `^[a-z][a-z0-9]{1,15}$`. @default 'lk' */
  brand?: string | undefined
  /**
   * What this server issues, the first one by default, and all that it accepts: a server of `live` keys refuses
   * every `test` key. @default ['live']
   */
  environments?: readonly Environment[] | undefined
  /** Every scope that a key can hold. An empty catalogue: keys hold none. @default [] */
  scopes?: readonly ScopeDefinition[] | undefined
  /** Named in `WWW-Authenticate` (RFC 9110 §11.5); printable ASCII without quotes. @default 'api' */
  realm?: string | undefined
  /** Read `X-API-Key` beside `Authorization: Bearer`. @default false */
  acceptApiKeyHeader?: boolean | undefined
  /**
   * Accept keys that were imported from another system too: by their digest, because they have no id in them. Without it
   * a text that is no key of ours is refused without a look at the store. @default false
   */
  acceptImportedKeys?: boolean | undefined
  policy?: KeyPolicyOptions | undefined
  /**
   * Made by `createMachineTokens`: machines may exchange their keys for short-lived access tokens, which are accepted
   * wherever keys are. @default none: keys alone
   */
  tokens?: MachineTokens | undefined
  /**
   * Secrets mixed into the stored digests, newest first. New keys take the first; a key that matches an older one,
   * or none, is rehashed when it is next used. @default none: digests are plain SHA-256
   */
  peppers?: readonly PepperOptions[] | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  /** Fills the array from a cryptographic source, or throws. @default crypto.getRandomValues */
  random?: ((bytes: Uint8Array<ArrayBuffer>) => void) | undefined
  /** SHA-256 of a text in UTF-8, as lower-case hexadecimal digits. A direct answer is fastest. @default Web Crypto */
  sha256?: Sha256 | undefined
  /** HMAC-SHA-256, as lower-case hexadecimal digits; used with `peppers`. @default Web Crypto */
  hmacSha256?: HmacSha256 | undefined
  /**
   * How long a store, limiter, sign-in or `authorize` may take, in milliseconds, before the answer is 503. A change of a
   * key has longer where the store bounds each of its statements by itself, as `postgresStore` does: four times its
   * `timeoutMs`. @default 500
   */
  storeTimeoutMs?: number | undefined
  /** How often gathered usage is written, in milliseconds. @default 1000 */
  flushIntervalMs?: number | undefined
  usage?: UsageOptions | undefined
  /**
   * How many verified keys are kept in memory, where the store can prove them current; 0: none. A key takes about one
   * KiB. @default 20_000
   */
  maxKeysInMemory?: number | undefined
  /**
   * Told of what happens to keys: changes, and, after a `sweep`, which end soon or lie unused; also of the first use
   * from a network. Nobody waits for it, and its failure is only reported.
   */
  onEvent?: EventListener | undefined
  /**
   * Told what became of each request, once, to log it: not of an early look that let it pass. Called at once, so it must
   * be quick. Costs nothing where it is absent.
   */
  onDecision?: DecisionListener | undefined
  /** Counts verifications and management calls, for `measure` and `metricsHandler`. @default false */
  metrics?: boolean | undefined
  /** Gives each verification and management call a span. One of `@opentelemetry/api` fits. @default none */
  tracer?: Tracer | undefined
  /** Told what went wrong behind a refusal or in the background. Never given a secret. Its own failure is ignored. */
  onError?: ErrorListener | undefined
}

export interface LimitOptions {
  /** Who counts. */
  limiter: RateLimiter
  /** For a key that has no limit of its own. null: no limit. @default 600 requests in 60 seconds */
  default?: RateLimit | null | undefined
  /** For all keys of a consumer together, beside each key's own. null: no limit. @default null */
  consumer?: RateLimit | null | undefined
  /**
   * How many wrong keys one address (IPv6: one /64) may present, and how many may be presented for one key id.
   * null: any number. @default 30 in 60 seconds
   */
  failures?: RateLimit | null | undefined
  /** The fastest that a person may give a key of their own. null: any. @default the default limit */
  max?: RateLimit | null | undefined
}

export type Confirm = (question: {
  user: SessionUser
  consumerId: string
  /** `widen`: more scopes, addresses or requests, or a later end, be it of the key or of its overlap. */
  action: 'create' | 'rotate' | 'widen'
}) => boolean | Promise<boolean>

export interface UsageOptions {
  /**
   * For how many days counts are kept, today included; a `sweep` deletes older ones. People can look at the last 90.
   * null: for ever. @default 400
   */
  keepDays?: number | null | undefined
}

export interface KeyPolicyOptions {
  /** Working keys that a consumer may have at once. null: no limit. @default 100 */
  maxKeys?: number | null | undefined
  expiry?:
    | {
        /** For a key whose expiry nobody chose. null: never, which needs `allowNever`. @default 90 days, or the maximum */
        defaultSeconds?: number | null | undefined
        /** Longest time from now until an expiry. null: any. @default 365 days */
        maxSeconds?: number | null | undefined
        /** Whether a key may last for ever. @default false */
        allowNever?: boolean | undefined
      }
    | undefined
  rotation?:
    | {
        /** Suggested overlap. @default 24 hours, or the maximum */
        defaultOverlapSeconds?: number | undefined
        /** Longest time that an old key works beside its successor. @default 7 days */
        maxOverlapSeconds?: number | undefined
      }
    | undefined
  /** How long before its expiry a key counts as `expiring`. @default 7 days */
  warnBeforeSeconds?: number | undefined
  /** How long a working key lies unused until a `sweep` calls it stale. null: never. @default 90 days */
  staleAfterSeconds?: number | null | undefined
}

export interface PepperOptions {
  /** Stored beside each digest: `^[0-9A-Za-z_-]{1,32}$`. Never reuse one for another secret. */
  id: string
  /** At least 32 random bytes; as text, hexadecimal digits or base64url. */
  secret: Uint8Array | string
}

export type Sha256 = (text: string) => string | Promise<string>

export type HmacSha256 = (
  key: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => string | Promise<string>

export type DecisionListener = (decision: Decision) => void

/** What became of one request, for a log: it holds no secret. */
export interface Decision {
  code: 'ok' | RefusalCode
  /** The public id that the request named, proved only where the code is not `invalid_key`. null: it named none. */
  keyId: string | null
  /** null: refused. */
  consumerId: string | null
  address: string | null
  durationMs: number
}

export type ErrorListener = (error: unknown, context: ErrorContext) => void

export interface ErrorContext {
  /**
   * What was being done, e.g. `verify`, `flush`, `rehash`, `session` or the name of an operation; `clock`: the wall clock
   * was set back by more than a minute.
   */
  during: string
  keyId?: string | undefined
}
