import { defaultStaleAfterSeconds, defaultWarnBeforeSeconds } from '../../src/contract/index.js'
import type { KeyPolicyOptions } from './latchkey-options.js'

export interface KeyPolicy {
  maxKeys: number | null
  expiry: ExpiryPolicy
  rotation: { defaultOverlapSeconds: number; maxOverlapSeconds: number }
  warnBeforeSeconds: number
  /** null: no key is called stale. */
  staleAfterSeconds: number | null
}

export interface ExpiryPolicy {
  /** null: never. */
  defaultSeconds: number | null
  /** null: any time from now. */
  maxSeconds: number | null
  allowNever: boolean
}

const daySeconds = 24 * 60 * 60

/** Fills in the defaults of MG-19, and throws where two rules contradict each other. */
export function resolvePolicy(options: KeyPolicyOptions): KeyPolicy {
  const {
    maxKeys = 100,
    warnBeforeSeconds = defaultWarnBeforeSeconds,
    staleAfterSeconds = defaultStaleAfterSeconds,
  } = options
  const { maxSeconds = 365 * daySeconds, allowNever = false } = options.expiry ?? {}
  const { defaultSeconds = Math.min(90 * daySeconds, maxSeconds ?? Number.POSITIVE_INFINITY) } =
    options.expiry ?? {}
  const { maxOverlapSeconds = 7 * daySeconds } = options.rotation ?? {}
  const { defaultOverlapSeconds = Math.min(daySeconds, maxOverlapSeconds) } = options.rotation ?? {}

  requireSeconds('maxKeys', maxKeys, 1)
  requireSeconds('expiry.maxSeconds', maxSeconds, 1)
  requireSeconds('expiry.defaultSeconds', defaultSeconds, 1)
  requireSeconds('rotation.maxOverlapSeconds', maxOverlapSeconds, 0)
  requireSeconds('rotation.defaultOverlapSeconds', defaultOverlapSeconds, 0)
  requireSeconds('warnBeforeSeconds', warnBeforeSeconds, 0)
  requireSeconds('staleAfterSeconds', staleAfterSeconds, 1)
  if (defaultSeconds === null && !allowNever) {
    contradiction('expiry.defaultSeconds is null, yet expiry.allowNever is not set')
  }
  if (defaultSeconds !== null && maxSeconds !== null && defaultSeconds > maxSeconds) {
    contradiction('expiry.defaultSeconds is greater than expiry.maxSeconds')
  }
  if (defaultOverlapSeconds > maxOverlapSeconds) {
    contradiction('rotation.defaultOverlapSeconds is greater than rotation.maxOverlapSeconds')
  }
  return {
    maxKeys,
    expiry: { defaultSeconds, maxSeconds, allowNever },
    rotation: { defaultOverlapSeconds, maxOverlapSeconds },
    warnBeforeSeconds,
    staleAfterSeconds,
  }
}

function requireSeconds(name: string, value: number | null, smallest: number): void {
  if (value === null || (Number.isSafeInteger(value) && value >= smallest)) return
  throw new Error(
    `Latchkey: policy.${name} is ${value}. Keys would be refused or live for ever. Use a whole number from ${smallest}.`,
  )
}

function contradiction(what: string): never {
  throw new Error(`Latchkey: policy.${what}. No key could follow both. Change one of them.`)
}
