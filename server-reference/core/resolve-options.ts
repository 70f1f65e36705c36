import * as v from 'valibot'
import { isBrand, type RateLimit, rateLimitSchema } from '../../src/contract/index.js'
import type { LatchkeyOptions } from './latchkey-options.js'
import { type Rules, resolveRules } from './resolve-rules.js'

/** The options with every default filled in and every rule checked, once, at start. */
export interface Settings extends Rules, Pick<LatchkeyOptions, 'store'> {
  limits: {
    limiter: LatchkeyOptions['limits']['limiter']
    default: RateLimit | null
    consumer: RateLimit | null
    failures: RateLimit | null
    max: RateLimit | null
  }
  brand: string
  acceptImportedKeys: boolean
  storeTimeoutMs: number
  flushIntervalMs: number
  maxKeysInMemory: number
  /** null: for ever. */
  keepUsageDays: number | null
}

/**
 * Throws where an option would make keys unsafe or unusable: better at start than on the first request.
 *
 * @param countError told of each failure that is reported
 */
export function resolveOptions(options: LatchkeyOptions, countError: () => void = () => {}): Settings {
  const defaultRate = checkRate('default', options.limits.default, { limit: 600, windowSeconds: 60 })
  return {
    ...resolveRules(options, countError),
    store: options.store,
    limits: {
      limiter: options.limits.limiter,
      default: defaultRate,
      consumer: checkRate('consumer', options.limits.consumer, null),
      failures: checkRate('failures', options.limits.failures, { limit: 30, windowSeconds: 60 }),
      max: checkRate('max', options.limits.max, defaultRate),
    },
    brand: checkBrand(options.brand ?? 'lk'),
    acceptImportedKeys: options.acceptImportedKeys ?? false,
    storeTimeoutMs: checkDuration('storeTimeoutMs', options.storeTimeoutMs ?? 500),
    flushIntervalMs: checkDuration('flushIntervalMs', options.flushIntervalMs ?? 1000),
    maxKeysInMemory: checkCount('maxKeysInMemory', options.maxKeysInMemory ?? 20_000),
    keepUsageDays: checkDays(options.usage?.keepDays),
  }
}

function checkBrand(brand: string): string {
  if (isBrand(brand)) return brand
  throw new Error(
    `Latchkey: the brand "${brand}" cannot begin a key. Keys and scanners rely on ^[a-z][a-z0-9]{1,15}$. Choose a short lower-case word.`,
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
