import type { MachineTokens, SigningKey, TokenReading } from '../machine-tokens.js'
import { toKnownKey } from '../verification/known-key.js'
import { createDeniedTokens } from './create-denied-tokens.js'
import { createEndedTokens } from './create-ended-tokens.js'
import { createSignatures } from './create-signatures.js'
import { createTokenService } from './create-token-service.js'
import { parseSigningKeys } from './parse-signing-keys.js'
import { parseClaims, toRecord } from './token-claims.js'

export interface MachineTokenOptions {
  /**
   * Who makes the tokens (`iss`): the https address below which the endpoints are found, such as
   * `https://api.example.com`, without a slash at its end (RFC 8414 §2). http: for this machine alone.
   */
  issuer: string
  /** For whom they are (`aud`): the API that takes them, usually by its address (RFC 9068 §3). No other takes them. */
  audience: string
  /**
   * Private keys as `generateSigningKey` makes them, or such as JSON. The first signs; all of them are published, and
   * check. To change it: add the new one at the end; when whoever keeps the key set has it (five minutes), put it
   * first; when the last token of the old one has run out, leave that out.
   */
  signingKeys: string | SigningKey | { keys: readonly SigningKey[] } | readonly SigningKey[]
  /**
   * For how long a token works, which is also for how long it works after its key was revoked, narrowed or disabled, in
   * seconds: at most 900. No token outlives the end of its key that was known when it was made. @default 300
   */
  lifetimeSeconds?: number | undefined
  /**
   * The scope whose holders may ask about everybody's keys and tokens (RFC 7662), and say from where they came. null: a
   * key may ask about those of its own consumer alone. @default null
   */
  introspectionScope?: string | null | undefined
}

const maxLifetimeSeconds = 900

/** How far the clock that a token was made by may be ahead of the one that it is judged by. */
const maxAheadSeconds = 60

/**
 * Machine tokens, for `tokens` of `createLatchkey`: ES256, RFC 9068. Throws where an option would make them unsafe or
 * unusable. One for each latchkey.
 */
export function createMachineTokens(options: MachineTokenOptions): MachineTokens {
  const issuer = checkIssuer(options.issuer)
  const audience = checkAudience(options.audience)
  const lifetimeSeconds = checkLifetime(options.lifetimeSeconds ?? 300)
  const signingKeys = parseSigningKeys(options.signingKeys)
  const signatures = createSignatures({ issuer, audience, signingKeys })
  const denied = createDeniedTokens()
  const ended = createEndedTokens()

  return {
    claimedKeyId: signatures.claimedKeyId,
    read,
    serve: (parts) =>
      createTokenService({
        ...parts,
        issuer,
        audience,
        lifetimeSeconds,
        introspectionScope: options.introspectionScope ?? null,
        signingKeys,
        signatures,
        denied,
        read,
      }),
  }

  async function read(text: string, now: number): Promise<TokenReading> {
    const checked = await signatures.check(text, now)
    const claims = checked && parseClaims(checked.payload)
    if (claims === null) return { ok: false, code: 'invalid_key' }
    const { jti, iat, exp } = claims
    if (checked?.isOver) ended.add(jti)
    if (ended.has(jti)) return { ok: false, code: 'key_expired' }
    const token = { id: jti, key: toKnownKey(toRecord(claims), null), issuedAt: iat, expiresAt: exp }
    // Made before the clock was set back: it would work for as much longer than a token may.
    if (iat > now / 1000 + maxAheadSeconds) return { ok: false, code: 'invalid_key', early: token }
    if (denied.has(jti)) return { ok: false, code: 'key_revoked' }
    return { ok: true, token }
  }
}

function checkIssuer(issuer: string): string {
  const url = URL.parse(issuer)
  const isLocal = url !== null && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname)
  const isSecure = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)
  const isPlain = url !== null && url.origin + url.pathname.replace(/\/$/, '') === issuer
  if (isSecure && isPlain) return issuer
  throw new Error(
    `Latchkey: the issuer "${issuer}" of tokens is no https address. Clients look for the endpoints below it, and compare it letter by letter. Write it like "https://api.example.com", without a slash at its end.`,
  )
}

function checkAudience(audience: string): string {
  if (/^[\x21-\x7e]{1,256}$/.test(audience)) return audience
  throw new Error(
    'Latchkey: tokens have no audience. Another API that trusts the same issuer would take them as well. Write the address of the API that takes them.',
  )
}

function checkLifetime(seconds: number): number {
  if (Number.isSafeInteger(seconds) && seconds >= 1 && seconds <= maxLifetimeSeconds) return seconds
  throw new Error(
    `Latchkey: lifetimeSeconds of tokens is ${seconds}. A token works until it ends, also when its key was revoked. Use a whole number from 1 to ${maxLifetimeSeconds}.`,
  )
}
