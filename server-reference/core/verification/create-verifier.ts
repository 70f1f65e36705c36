import { type ParsedKey, parseKey } from '../../../src/contract/index.js'
import { type Awaitable, andThen } from '../and-then.js'
import type { NetworkGatherer } from '../gathering/create-network-gatherer.js'
import type { RefusalGatherer } from '../gathering/create-refusal-gatherer.js'
import type { UsageGatherer } from '../gathering/create-usage-gatherer.js'
import { isPromise } from '../is-promise.js'
import type { Digester } from '../keys/create-digester.js'
import type { Rehasher } from '../keys/create-rehasher.js'
import type { Verification, VerifiedKey, VerifyRequest } from '../latchkey.js'
import type { Settings } from '../resolve-options.js'
import type { VerificationRecord } from '../stored-key.js'
import { type Attempt, createFailureLimits } from './create-failure-limits.js'
import { createKeyLimits } from './create-key-limits.js'
import type { FindRecord } from './create-key-memory.js'
import { createNetworkOf } from './create-network-of.js'
import { judgeRecord } from './judge-record.js'
import { readCredential } from './read-credential.js'
import { refuse, refuseForRate } from './refuse.js'

export interface VerifierParts {
  settings: Settings
  findRecord: FindRecord
  digester: Digester
  rehasher: Rehasher
  usage: UsageGatherer
  refusals: RefusalGatherer
  /** null: nobody wants to hear of networks. */
  networks: NetworkGatherer | null
}

/**
 * The one function that decides whether a request's key opens the door (VF-1), in the contract's "Order of checks".
 * It never rejects: whatever it cannot decide in time is `store_unavailable`, and never an identity.
 */
export function createVerifier(parts: VerifierParts): (request: VerifyRequest) => Promise<Verification> {
  const { settings, findRecord, digester, rehasher, usage, refusals, networks } = parts
  const { limits, now, report } = settings
  const networkOf = createNetworkOf()
  const failures = createFailureLimits(limits.limiter, limits.failures)
  const keyLimits = createKeyLimits(limits)

  return async function verify(request) {
    const credential = readCredential(request.headers, settings.acceptApiKeyHeader)
    if (!credential.ok) return refuse[credential.code]
    const shape = parseKey(credential.secret)
    if (!shape.ok) return refuse.invalid_key
    if (shape.key.brand !== settings.brand) return refuse.invalid_key
    if (!settings.environments.includes(shape.key.environment)) return refuse.invalid_key

    const patience = { isOver: false }
    try {
      const decided = decide(shape.key, request, patience)
      // A timer costs more than most checks, so there is none where nothing is waited for.
      return isPromise(decided) ? await inTime(decided, patience) : decided
    } catch (error) {
      report(error, { during: 'verify', keyId: shape.key.id })
      return refuse.store_unavailable
    }
  }

  /** One deadline for all that is waited for, so that two slow dependencies do not take twice as long. */
  function inTime(decided: PromiseLike<Verification>, patience: Patience): Promise<Verification> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        patience.isOver = true
        reject(new Error(`Latchkey: verification took longer than ${settings.storeTimeoutMs} ms.`))
      }, settings.storeTimeoutMs)
      decided.then(resolve, reject).then(() => clearTimeout(timer))
    })
  }

  function decide(key: ParsedKey, request: VerifyRequest, patience: Patience): Awaitable<Verification> {
    const attempt = { network: networkOf(request.address), keyId: key.id, now: now() }
    return andThen(failures.check(attempt), (blocked) => {
      if (blocked) return refuseForRate(blocked)
      return andThen(findRecord(key.id), (record) =>
        andThen(digester.compare(key.secret, record?.digest ?? null), (proof) => {
          // Whoever asked has their answer by now; nothing more may be charged for it.
          if (patience.isOver) return refuse.store_unavailable
          if (record === null || proof === 'wrong') return refuseStranger(attempt)
          if (proof === 'outdated') rehasher.rehash(record.id, key.secret, record.digest)
          return admit(record, request, patience)
        }),
      )
    })
  }

  function refuseStranger(attempt: Attempt): Awaitable<Verification> {
    return andThen(failures.charge(attempt), (exceeded) =>
      exceeded ? refuseForRate(exceeded) : refuse.invalid_key,
    )
  }

  /** From here on the caller has proved the secret, and may be told what is wrong. */
  function admit(
    record: VerificationRecord,
    request: VerifyRequest,
    patience: Patience,
  ): Awaitable<Verification> {
    const { requiredScopes = none, address, charge = true } = request
    const instant = now()
    const code = judgeRecord(record, { now: instant, address, requiredScopes })
    if (code !== null) {
      note(record, code, request, instant)
      if (code !== 'insufficient_scope') return Object.freeze({ ok: false, code })
      return Object.freeze({ ok: false, code, requiredScopes: Object.freeze([...requiredScopes]) })
    }
    const answered = charge ? keyLimits.consume(record, instant) : keyLimits.peek(record, instant)
    return andThen(answered, (rate) => {
      if (patience.isOver) return refuse.store_unavailable
      if (rate && !rate.allowed) {
        note(record, 'rate_limited', request, instant)
        return refuseForRate(rate)
      }
      if (charge) {
        usage.addAllowed(record.id, instant)
        networks?.add(record.id, record.consumerId, address)
      }
      return Object.freeze({ ok: true, key: toVerifiedKey(record), rate })
    })
  }

  /** An early look that refuses is the request's end, so it is noted as any other refusal. */
  function note(record: VerificationRecord, code: string, request: VerifyRequest, instant: number): void {
    usage.addDenied(record.id, instant)
    refusals.add(record, code, request, instant)
  }
}

/** Whether the deadline has passed while something was waited for. */
interface Patience {
  isOver: boolean
}

const none: readonly string[] = Object.freeze([])

function toVerifiedKey(record: VerificationRecord): VerifiedKey {
  return Object.freeze({
    id: record.id,
    consumerId: record.consumerId,
    name: record.name,
    environment: record.environment,
    scopes: Object.isFrozen(record.scopes) ? record.scopes : Object.freeze([...record.scopes]),
  })
}
