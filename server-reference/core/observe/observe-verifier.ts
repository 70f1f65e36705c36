import { parseKey } from '../../../src/contract/index.js'
import type { Verification, VerifyRequest } from '../latchkey.js'
import type { Decision, DecisionListener, ErrorListener } from '../latchkey-options.js'
import { readCredential } from '../verification/read-credential.js'
import type { Meter } from './create-meter.js'
import { inSpan, type Tracer } from './tracer.js'

type Verify = (request: VerifyRequest) => Promise<Verification>

interface Observers {
  meter: Meter | null
  tracer: Tracer | undefined
  onDecision: DecisionListener | undefined
  report: ErrorListener
  acceptApiKeyHeader: boolean
}

/** Watches verifications for whoever asked to; where nobody did, it is the verifier itself and costs nothing. */
export function observeVerifier(verify: Verify, observers: Observers): Verify {
  const { meter, tracer, onDecision, report, acceptApiKeyHeader } = observers
  if (!meter && !tracer && !onDecision) return verify

  return async function observedVerify(request) {
    const startedMs = performance.now()
    const describe = (verification: Verification) => toAttributes(verification)
    const verification = await inSpan({ tracer, report }, 'latchkey.verify', () => verify(request), describe)
    const durationMs = performance.now() - startedMs
    if (verification.ok && request.charge === false) {
      // Its own verification follows, and decides.
      meter?.passedEarly()
      return verification
    }
    meter?.decided(codeOf(verification), durationMs)
    if (onDecision) tell(onDecision, toDecision(verification, request, durationMs))
    return verification
  }

  function tell(listener: DecisionListener, decision: Decision): void {
    const failed = (error: unknown) => report(error, { during: 'decision' })
    try {
      // An async function passes for a listener, and a rejection that nobody awaits would end the process.
      const answer: unknown = listener(decision)
      if (answer instanceof Promise) answer.catch(failed)
    } catch (error) {
      failed(error)
    }
  }

  function toDecision(verification: Verification, request: VerifyRequest, durationMs: number): Decision {
    const { address } = request
    const code = codeOf(verification)
    if (verification.ok) {
      const { id, consumerId } = verification.key
      return { code, keyId: id, consumerId, address, durationMs }
    }
    return { code, keyId: claimedId(request), consumerId: null, address, durationMs }
  }

  /** The public id that the request names, whether or not its secret was proved. */
  function claimedId({ headers }: VerifyRequest): string | null {
    const credential = readCredential(headers, acceptApiKeyHeader)
    const shape = credential.ok ? parseKey(credential.secret) : null
    return shape?.ok ? shape.key.id : null
  }
}

function codeOf(verification: Verification): Decision['code'] {
  return verification.ok ? 'ok' : verification.code
}

function toAttributes(verification: Verification): Record<string, string> {
  const outcome = { 'latchkey.outcome': codeOf(verification) }
  if (!verification.ok) return outcome
  const { id, consumerId } = verification.key
  return { ...outcome, 'latchkey.key_id': id, 'latchkey.consumer_id': consumerId }
}
