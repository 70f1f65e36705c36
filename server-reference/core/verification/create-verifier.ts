import { parseKey } from '../../../src/contract/index.js'
import { type Awaitable, andThen } from '../and-then.js'
import type { ExpiryGatherer } from '../gathering/create-expiry-gatherer.js'
import type { KeyUse } from '../gathering/create-key-uses.js'
import type { NetworkGatherer } from '../gathering/create-network-gatherer.js'
import type { RefusalGatherer } from '../gathering/create-refusal-gatherer.js'
import type { UsageGatherer } from '../gathering/create-usage-gatherer.js'
import { isPromise } from '../is-promise.js'
import type { Digester, Proof } from '../keys/create-digester.js'
import type { Rehasher } from '../keys/create-rehasher.js'
import type { RateState, Verification, VerifyRequest } from '../latchkey.js'
import type { MachineTokens, TokenReading } from '../machine-tokens.js'
import type { Settings } from '../resolve-options.js'
import { startDeadline } from '../start-deadline.js'
import { type Attempt, createFailureLimits } from './create-failure-limits.js'
import { createIdReader } from './create-id-reader.js'
import type { ImportedKeys } from './create-imported-keys.js'
import { createKeyLimits } from './create-key-limits.js'
import type { KeyMemory } from './create-key-memory.js'
import { judgeRecord } from './judge-record.js'
import type { KnownKey } from './known-key.js'
import { readCredential } from './read-credential.js'
import { refuse, refuseForRate } from './refuse.js'

export interface VerifierParts {
  settings: Settings
  keys: KeyMemory
  /** null: none are accepted. */
  imported: ImportedKeys | null
  digester: Digester
  rehasher: Rehasher
  usage: UsageGatherer
  refusals: RefusalGatherer
  expiries: ExpiryGatherer
  /** null: nobody wants to hear of networks. */
  networks: NetworkGatherer | null
  /** null: keys alone open. */
  tokens: Pick<MachineTokens, 'claimedKeyId' | 'read'> | null
}

/**
 * The one function that decides whether a request's key opens the door (VF-1), in the contract's "Order of checks".
 * It never rejects: whatever it cannot decide in time is `store_unavailable`, and never an identity.
 */
export function createVerifier(parts: VerifierParts): (request: VerifyRequest) => Promise<Verification> {
  const { settings, keys, imported, digester, rehasher, usage, refusals, expiries, networks, tokens } = parts
  const { limits, now, report } = settings
  const idOf = createIdReader(settings)
  const failures = createFailureLimits(limits.limiter, limits.failures)
  const keyLimits = createKeyLimits(limits)

  return async function verify(request) {
    const credential = readCredential(request.headers, settings.acceptApiKeyHeader)
    if (!credential.ok) return refuse[credential.code]
    const { secret } = credential
    const ownId = idOf(secret)
    const keyId = ownId ?? tokens?.claimedKeyId(secret) ?? (imported?.isLike(secret) ? '' : null)
    if (keyId === null) return refuse.invalid_key
    const { address } = request
    const inquiry = { request, secret, keyId, address, now: now(), hasWaited: false, isOver: false }
    try {
      const decided = ownId === null ? decideOther(inquiry) : decide(inquiry)
      // A timer costs more than most checks, so there is none where nothing is waited for.
      if (!isPromise(decided)) return decided
      inquiry.hasWaited = true
      return await inTime(decided, inquiry)
    } catch (error) {
      report(error, { during: 'verify', keyId: inquiry.keyId || undefined })
      return refuse.store_unavailable
    }
  }

  /** One deadline for all that is waited for, so that two slow dependencies do not take twice as long. */
  function inTime(decided: PromiseLike<Verification>, inquiry: Inquiry): Promise<Verification> {
    return new Promise((resolve, reject) => {
      const callOff = startDeadline(settings.storeTimeoutMs, () => {
        inquiry.isOver = true
        reject(new Error(`Latchkey: verification took longer than ${settings.storeTimeoutMs} ms.`))
      })
      decided.then(resolve, reject).then(callOff)
    })
  }

  // One step after the other, each at once where the last answered directly. A closure for every step, as `andThen`
  // takes it, would be a good part of what a key in memory costs, so there is one only where something is waited for.

  function decide(inquiry: Inquiry): Awaitable<Verification> {
    const known = failures.isSuspect(inquiry) ? null : keys.peek(inquiry.keyId)
    if (known === null) return ask(inquiry)
    const proof = digester.compare(inquiry.secret, known.digest)
    return isPromise(proof)
      ? proof.then((there) => trust(there, known, inquiry))
      : trust(proof, known, inquiry)
  }

  /** The digest is of the whole key, so one that is right is well formed; only what is one makes the store look (KF-5). */
  function trust(proof: Proof, known: KnownKey, inquiry: Inquiry): Awaitable<Verification> {
    if (proof === 'wrong' && !parseKey(inquiry.secret).ok) return refuse.invalid_key
    return keys.isCurrent(known) ? judge(proof, known, inquiry) : ask(inquiry)
  }

  function ask(inquiry: Inquiry): Awaitable<Verification> {
    if (!parseKey(inquiry.secret).ok) return refuse.invalid_key
    const blocked = failures.check(inquiry)
    return isPromise(blocked) ? blocked.then((rate) => lookUp(rate, inquiry)) : lookUp(blocked, inquiry)
  }

  function lookUp(blocked: RateState | null, inquiry: Inquiry): Awaitable<Verification> {
    if (blocked) return refuseForRate(blocked)
    const found = keys.find(inquiry.keyId)
    return isPromise(found) ? found.then((known) => prove(known, inquiry)) : prove(found, inquiry)
  }

  /** What is no key of ours names its key in a token, or is one of those that were imported. */
  function decideOther(inquiry: Inquiry): Awaitable<Verification> {
    return inquiry.keyId === '' ? findImported(inquiry) : decideToken(inquiry)
  }

  /** What was imported has no id in it. Once that is found by the digest, it is a key as any other. */
  function findImported(inquiry: Inquiry): Awaitable<Verification> {
    return andThen(failures.check(inquiry), (blocked) => {
      if (blocked) return refuseForRate(blocked)
      return andThen(imported?.findId(inquiry.secret) ?? null, (id) => {
        if (id === null) return inquiry.isOver ? refuse.store_unavailable : refuseStranger(inquiry)
        inquiry.keyId = id
        return andThen(lookUp(null, inquiry), (verification) => {
          if (!verification.ok && verification.code === 'invalid_key') imported?.forget(inquiry.secret)
          return verification
        })
      })
    })
  }

  function prove(known: KnownKey | null, inquiry: Inquiry): Awaitable<Verification> {
    const proof = digester.compare(inquiry.secret, known ? known.digest : null)
    return isPromise(proof)
      ? proof.then((there) => judge(there, known, inquiry))
      : judge(proof, known, inquiry)
  }

  function judge(proof: Proof, known: KnownKey | null, inquiry: Inquiry): Awaitable<Verification> {
    // Whoever asked has their answer by now; nothing more may be charged for it.
    if (inquiry.isOver) return refuse.store_unavailable
    if (known === null || proof === 'wrong') return refuseStranger(inquiry)
    if (proof === 'outdated' && known.digest) rehasher.rehash(known.id, inquiry.secret, known.digest)
    if (inquiry.hasWaited) inquiry.now = now()
    return admit(known, inquiry)
  }

  /** A token is proved by its signature, and the store hears nothing of it. From then on its way is a key's. */
  function decideToken(inquiry: Inquiry): Awaitable<Verification> {
    return andThen(failures.check(inquiry), (blocked) => {
      if (blocked) return refuseForRate(blocked)
      const reading = tokens ? tokens.read(inquiry.secret, inquiry.now) : notOne
      return andThen(reading, (there) => judgeToken(there, inquiry))
    })
  }

  function judgeToken(reading: TokenReading, inquiry: Inquiry): Awaitable<Verification> {
    if (inquiry.isOver) return refuse.store_unavailable
    // Tokens run out every few minutes, so this is no news for the activity of their key.
    if (!reading.ok) return reading.code === 'invalid_key' ? refuseStranger(inquiry) : refuse[reading.code]
    const { key } = reading.token
    // Environments may share an issuer and its keys (KF-7).
    if (!settings.environments.includes(key.environment)) return refuseStranger(inquiry)
    return admit(key, inquiry)
  }

  function refuseStranger(inquiry: Inquiry): Awaitable<Verification> {
    return andThen(failures.charge(inquiry), (exceeded) =>
      exceeded ? refuseForRate(exceeded) : refuse.invalid_key,
    )
  }

  /** From here on the caller has proved the secret, and may be told what is wrong. */
  function admit(known: KnownKey, inquiry: Inquiry): Awaitable<Verification> {
    const { requiredScopes = none, address, charge = true } = inquiry.request
    // What was seen expired is so for ever, also while that is not written yet.
    const instant = expiries.has(known) ? Number.POSITIVE_INFINITY : inquiry.now
    const code = judgeRecord(known, { now: instant, address, requiredScopes })
    if (code !== null) {
      if (code === 'key_expired') expiries.add(known, inquiry.now)
      note(known, code, inquiry)
      if (code !== 'insufficient_scope') return Object.freeze({ ok: false, code })
      return Object.freeze({ ok: false, code, requiredScopes: Object.freeze([...requiredScopes]) })
    }
    const rate = charge ? keyLimits.consume(known, inquiry.now) : keyLimits.peek(known, inquiry.now)
    return isPromise(rate)
      ? rate.then((there) => answer(there, known, inquiry))
      : answer(rate, known, inquiry)
  }

  function answer(rate: RateState | null, known: KnownKey, inquiry: Inquiry): Verification {
    const { address, charge = true } = inquiry.request
    if (inquiry.isOver) return refuse.store_unavailable
    if (rate && !rate.allowed) {
      note(known, 'rate_limited', inquiry)
      return refuseForRate(rate)
    }
    if (charge) {
      usage.addAllowed(findUse(known), inquiry.now)
      networks?.add(known.id, known.consumerId, address)
    }
    return Object.freeze({ ok: true, key: known.identity, rate })
  }

  /** An early look that refuses is the request's end, so it is noted as any other refusal. */
  function note(known: KnownKey, code: string, { request, now: instant }: Inquiry): void {
    usage.addDenied(findUse(known), instant)
    refusals.add(known, code, request, instant)
  }

  function findUse(known: KnownKey): KeyUse {
    known.use ??= usage.findUse(known.id)
    return known.use
  }
}

/** One request's way through the checks. */
interface Inquiry extends Attempt {
  request: VerifyRequest
  /** The whole key, as it was sent. */
  secret: string
  /** Whether time has passed since `now` was read. */
  hasWaited: boolean
  /** Whether the deadline has passed while something was waited for. */
  isOver: boolean
}

const notOne: TokenReading = { ok: false, code: 'invalid_key' }

const none: readonly string[] = Object.freeze([])
