import { errors, parseKey, type RefusalCode } from '../../../src/contract/index.js'
import type { Verification } from '../latchkey.js'
import type { TokenClient, TokenParts, TokenRefusal } from '../machine-tokens.js'
import { judgeRecord } from '../verification/judge-record.js'
import type { KnownKey } from '../verification/known-key.js'
import { refuse } from '../verification/refuse.js'
import type { Signatures } from './create-signatures.js'
import { findKey } from './find-key.js'

export interface ProofParts extends TokenParts {
  signatures: Pick<Signatures, 'claimedKeyId'>
}

/** Proves a client by its key, and charges the key one request. @param requiredScopes that the key must hold */
export type ClientProof = (
  client: TokenClient,
  requiredScopes?: readonly string[],
) => Promise<{ ok: true; known: KnownKey } | TokenRefusal>

/** By the one function that decides about keys (VF-1); then the key's record, which an identity does not have. */
export function createClientProof(parts: ProofParts): ClientProof {
  const { verify, settings, signatures } = parts

  return async function proveClient(client, requiredScopes = []) {
    const { id, secret, address } = client
    // A token is no secret here: whoever could exchange one for the next would outlive the key.
    if (!isHeaderText(secret) || signatures.claimedKeyId(secret) !== null) return refuseClient('invalid_key')
    const shape = parseKey(secret)
    if (shape.ok && shape.key.id !== id) return refuseClient('invalid_key')
    const verification = await verify({ headers: toHeaders(client), requiredScopes, address })
    if (!verification.ok) return toRefusal(verification)
    // A key that was imported does not say its id.
    if (verification.key.id !== id) return refuseClient('invalid_key')
    const known = await findKey(parts, id)
    if (known === 'unavailable') return unavailable
    // It may have changed since it was verified.
    const code = known ? judgeRecord(known, { now: settings.now(), address, requiredScopes }) : null
    if (known === null || code !== null) return toRefusal({ ok: false, code: code ?? 'invalid_key' })
    return { ok: true, known }
  }
}

/** Whether a header can carry it: what comes in a form may be anything. */
export function isHeaderText(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text)
}

function toHeaders({ secret, userAgent }: TokenClient): Headers {
  return new Headers({
    Authorization: `Bearer ${secret}`,
    ...(userAgent !== null && { 'User-Agent': userAgent }),
  })
}

function toRefusal(refusal: Extract<Verification, { ok: false }>): TokenRefusal {
  const { code } = refusal
  if (code === 'rate_limited' || code === 'store_unavailable') return { ok: false, error: null, refusal }
  if (code === 'insufficient_scope') return { ok: false, error: 'invalid_scope', detail: tooMuch }
  return refuseClient(code)
}

/** Whoever proved the key may be told what is wrong with it; everybody else hears of one thing alone (VF-3). */
export function refuseClient(code: RefusalCode): TokenRefusal {
  return { ok: false, error: 'invalid_client', detail: errors[code].detail }
}

/** Nobody can tell; the client may try again. */
export const unavailable: TokenRefusal = { ok: false, error: null, refusal: refuse.store_unavailable }

const tooMuch = 'The key does not hold every scope that was asked for.'
