import * as v from 'valibot'
import {
  type Environment,
  isBrand,
  environments as knownEnvironments,
  type RateLimit,
  rateLimitSchema,
  type ScopeDefinition,
  scopeNameSchema,
} from '../../src/contract/index.js'
import { createReporter } from './create-reporter.js'
import type { Authorize } from './latchkey.js'
import type { ErrorListener, LatchkeyOptions } from './latchkey-options.js'
import { type KeyPolicy, resolvePolicy } from './resolve-policy.js'
import type { SessionUser } from './session-provider.js'

/** The options with every default filled in and every rule checked, once, at start. */
export interface Settings extends Pick<LatchkeyOptions, 'store' | 'session' | 'confirm'> {
  limits: {
    limiter: LatchkeyOptions['limits']['limiter']
    default: RateLimit | null
    consumer: RateLimit | null
    failures: RateLimit | null
    max: RateLimit | null
  }
  authorize: Authorize
  defaultConsumerId: (user: SessionUser) => string | Promise<string>
  brand: string
  /** The first is what a key gets when nobody chose. */
  environments: readonly [Environment, ...Environment[]]
  scopes: readonly ScopeDefinition[]
  realm: string
  acceptApiKeyHeader: boolean
  acceptImportedKeys: boolean
  policy: KeyPolicy
  now: () => number
  storeTimeoutMs: number
  flushIntervalMs: number
  maxKeysInMemory: number
  /** null: for ever. */
  keepUsageDays: number | null
  /** `onError`, made safe to call. */
  report: ErrorListener
}

/**
 * Throws where an option would make keys unsafe or unusable: better at start than on the first request.
 *
 * @param countError told of each failure that is reported
 */
export function resolveOptions(options: LatchkeyOptions, countError: () => void = () => {}): Settings {
  const { defaultConsumerId = (user) => user.id } = options
  const defaultRate = checkRate('default', options.limits.default, { limit: 600, windowSeconds: 60 })
  return {
    store: options.store,
    session: options.session,
    confirm: options.confirm,
    limits: {
      limiter: options.limits.limiter,
      default: defaultRate,
      consumer: checkRate('consumer', options.limits.consumer, null),
      failures: checkRate('failures', options.limits.failures, { limit: 30, windowSeconds: 60 }),
      max: checkRate('max', options.limits.max, defaultRate),
    },
    authorize:
      options.authorize ?? (async ({ user, consumerId }) => consumerId === (await defaultConsumerId(user))),
    defaultConsumerId,
    brand: checkBrand(options.brand ?? 'lk'),
    environments: checkEnvironments(options.environments ?? ['live']),
    scopes: checkScopes(options.scopes ?? []),
    realm: checkRealm(options.realm ?? 'api'),
    acceptApiKeyHeader: options.acceptApiKeyHeader ?? false,
    acceptImportedKeys: options.acceptImportedKeys ?? false,
    policy: resolvePolicy(options.policy ?? {}),
    now: options.now ?? Date.now,
    storeTimeoutMs: checkDuration('storeTimeoutMs', options.storeTimeoutMs ?? 500),
    flushIntervalMs: checkDuration('flushIntervalMs', options.flushIntervalMs ?? 1000),
    maxKeysInMemory: checkCount('maxKeysInMemory', options.maxKeysInMemory ?? 20_000),
    keepUsageDays: checkDays(options.usage?.keepDays),
    report: createReporter(options.onError, countError),
  }
}

function checkBrand(brand: string): string {
  if (isBrand(brand)) return brand
  throw new Error(
    `Latchkey: the brand "${brand}" cannot begin a key. Keys and scanners rely on ^[a-z][a-z0-9]{1,15}$. Choose a short lower-case word.`,
  )
}

function checkEnvironments(environments: readonly Environment[]): [Environment, ...Environment[]] {
  const [first, ...rest] = new Set(environments)
  const known = environments.every((environment) => knownEnvironments.includes(environment))
  if (first !== undefined && known) return [first, ...rest]
  throw new Error(
    `Latchkey: environments must name at least one of ${knownEnvironments.join(', ')}. A server without one could neither issue nor accept a key. Leave the option out for live keys.`,
  )
}

function checkScopes(scopes: readonly ScopeDefinition[]): readonly ScopeDefinition[] {
  const names = new Set<string>()
  for (const { name } of scopes) {
    if (!v.is(scopeNameSchema, name) || names.has(name)) {
      throw new Error(
        `Latchkey: the scope "${name}" is no scope name or is listed twice. Scopes are compared exactly, and there is no wildcard. Give each scope one printable ASCII name.`,
      )
    }
    names.add(name)
  }
  return scopes
}

function checkRealm(realm: string): string {
  if (/^[\x20\x21\x23-\x5b\x5d-\x7e]{1,64}$/.test(realm)) return realm
  throw new Error(
    'Latchkey: the realm holds characters that a header cannot carry. It is sent in every WWW-Authenticate. Use at most 64 printable ASCII characters without quotes or backslashes.',
  )
}

function checkRate(
  name: string,
  rate: RateLimit | null | undefined,
  fallback: RateLimit | null,
): RateLimit | null {
  const chosen = rate === undefined ? fallback : rate
  if (chosen === null || v.is(rateLimitSchema, chosen)) return chosen
  throw new Error(
    `Latchkey: limits.${name} is no rate. It would let everything or nothing pass. Use whole numbers from 1: at most 1000000 requests, in at most 86400 seconds.`,
  )
}

function checkDuration(name: string, milliseconds: number): number {
  if (Number.isFinite(milliseconds) && milliseconds > 0) return milliseconds
  throw new Error(
    `Latchkey: ${name} must be a positive number of milliseconds. Without it a hung dependency would hang every request. Leave the option out for the default.`,
  )
}

function checkDays(days: number | null = 400): number | null {
  if (days === null || (Number.isSafeInteger(days) && days >= 1)) return days
  throw new Error(
    'Latchkey: usage.keepDays must be a whole number from 1, or null. Other numbers would delete what is being counted. Leave the option out for 400 days.',
  )
}

function checkCount(name: string, count: number): number {
  if (Number.isSafeInteger(count) && count >= 0) return count
  throw new Error(
    `Latchkey: ${name} must be a whole number from 0. Memory without a bound would grow until the process ends. Leave the option out for the default.`,
  )
}
