import { exportSPKI, generateKeyPair, SignJWT } from 'jose'

/** An instance of Clerk's, as far as tokens go: a key pair, and what it signs. */
export interface ClerkInstance {
  /** The public key in PEM. */
  jwtKey: string
  sign(claims?: TokenClaims, header?: Record<string, unknown>): Promise<string>
}

/** What a test changes of an ordinary session token; undefined leaves a claim out. */
type TokenClaims = Record<string, unknown>

export const origin = 'https://app.example.com'

export async function createClerkInstance(): Promise<ClerkInstance> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true })
  return {
    jwtKey: await exportSPKI(publicKey),
    sign: (claims = {}, header = {}) =>
      new SignJWT({ ...sessionClaims(), ...claims })
        .setProtectedHeader({ alg: 'RS256', kid: 'ins_test', typ: 'JWT', ...header })
        .sign(privateKey),
  }
}

/** As version 2 of Clerk's session tokens has them. */
function sessionClaims() {
  const now = Math.floor(Date.now() / 1000)
  return {
    azp: origin,
    exp: now + 60,
    iat: now,
    iss: 'https://clerk.example.com',
    nbf: now - 10,
    sid: 'sess_1',
    sts: 'active',
    sub: 'user_ada',
    v: 2,
  }
}
