import { verifyToken } from '@clerk/backend'
import { TokenVerificationError } from '@clerk/backend/errors'
import { decodeJwt } from '@clerk/backend/jwt'
import type { SessionProvider } from '../../core/session-provider.js'
import { createSessionCheck } from './create-session-check.js'
import { type ClerkClaims, parseClerkClaims } from './parse-clerk-claims.js'
import { type ClerkToken, readClerkTokens } from './read-clerk-tokens.js'

export interface ClerkSessionOptions {
  /** The instance's public key in PEM, which Clerk's dashboard shows among the API keys: `CLERK_JWT_KEY`. */
  jwtKey: string
  /**
   * Origins whose pages may speak for a person, such as `https://app.example.com`: the token's `azp`. Without it a page
   * on a neighbouring subdomain, which gets the same cookie, could.
   */
  authorizedParties: readonly string[]
  /**
   * `CLERK_SECRET_KEY`. With it a write asks Clerk's Backend API whether the session is still active (MG-1), and is
   * answered 503 where Clerk does not say so in time. @default none: a write trusts the token, as a read does
   */
  secretKey?: string | undefined
  /** Where the Backend API is. @default 'https://api.clerk.com' */
  apiUrl?: string | undefined
}

/**
 * The person that Clerk knows, with the organisation that they act for. Networkless: the token in the `__session` cookie
 * or in `Authorization: Bearer` is verified with a key that is here.
 *
 * A token lives 60 seconds, and 5 more are forgiven to clocks that differ. So long, at most, whoever was signed out or
 * removed elsewhere may go on; `secretKey` ends that for writes. A token that has run out is nobody, and never a
 * redirect: the page's own Clerk has a new one within seconds, and whoever opens a page anew gets one by
 * `clerkMiddleware()`.
 */
export function clerkSession(options: ClerkSessionOptions): SessionProvider {
  checkKey(options.jwtKey)
  checkParties(options.authorizedParties)
  const isActive = options.secretKey ? createSessionCheck(options.secretKey, options.apiUrl) : null

  return async function session({ headers }, { fresh }) {
    const found = await Promise.all(readClerkTokens(headers).map((token) => verify(token, options)))
    const claims = found.reduce((newest, next) => (isNewer(next, newest) ? next : newest), null)
    if (claims === null) return null
    if (fresh && isActive && !(await isActive(claims.user))) return null
    return claims.user
  }
}

/** null: not this instance's, not for these pages, run out, or from before the browser signed in or out. */
async function verify(
  { text, clientUpdatedAt }: ClerkToken,
  { jwtKey, authorizedParties }: ClerkSessionOptions,
): Promise<ClerkClaims | null> {
  try {
    const payload = await verifyToken(text, { jwtKey, authorizedParties: [...authorizedParties] })
    const claims = isOfTemplate(text) ? null : parseClerkClaims(payload)
    if (claims === null || clientUpdatedAt === null) return claims
    return clientUpdatedAt === 0 || claims.issuedAt < clientUpdatedAt ? null : claims
  } catch (error) {
    if (error instanceof TokenVerificationError) return null
    throw error
  }
}

/** Clerk marks what it mints of a template, which other people's services get to see, in the header. */
function isOfTemplate(text: string): boolean {
  return decodeJwt(text).header.cat === 'cl_B7d4PD222AAA'
}

function isNewer(claims: ClerkClaims | null, than: ClerkClaims | null): boolean {
  return claims !== null && (than === null || claims.issuedAt > than.issuedAt)
}

/** `verifyToken` reads RSA keys of 2048 bits and no others; with a wrong one everybody would be nobody. */
function checkKey(jwtKey: string): void {
  const body = jwtKey.replace(/-----(?:BEGIN|END) PUBLIC KEY-----|\s/g, '')
  if (/^MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA[A-Za-z0-9+/]+IDAQAB$/.test(body)) return
  throw new TypeError(
    'Latchkey: jwtKey is not a public key of Clerk’s. No session could be verified with it, so everybody would be signed out. Copy the JWT public key in PEM from the API keys in Clerk’s dashboard.',
  )
}

function checkParties(authorizedParties: readonly string[]): void {
  if (authorizedParties.length > 0) return
  throw new TypeError(
    'Latchkey: authorizedParties is empty. Pages of every origin that gets Clerk’s cookie could manage keys. Name the origins of your own pages, such as "https://app.example.com".',
  )
}
