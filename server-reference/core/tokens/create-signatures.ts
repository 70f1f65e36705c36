import {
  decodeJwt,
  decodeProtectedHeader,
  errors,
  importJWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose'
import { isKeyId } from '../../../src/contract/index.js'
import type { SigningKey } from '../machine-tokens.js'
import { toPublicKey } from './parse-signing-keys.js'

/** Signs and checks; knows of time and of whom tokens are for, and nothing of keys. */
export interface Signatures {
  /** Of a text that is shaped as a token signed here. null: it is none. */
  claimedKeyId(text: string): string | null
  /** null: it would be too long for a header. */
  sign(claims: JWTPayload): Promise<string | null>
  /** The claims, and whether their time is over. null: not signed here, or not for this. */
  check(text: string, now: number): Promise<{ payload: JWTPayload; isOver: boolean } | null>
  ready(): Promise<void>
}

export interface SignaturePlace {
  issuer: string
  audience: string
  /** The first signs. */
  signingKeys: readonly [SigningKey, ...SigningKey[]]
}

/** RFC 9068 §2.1; what a session or an identity token says, however well it is signed, is none (RFC 8725 §3.11). */
const type = 'at+jwt'
/** The one algorithm: with a list of its own, a token cannot choose (RFC 8725 §3.1). */
const algorithm = 'ES256'
/** Servers refuse headers of 16 KiB altogether, and proxies in front of them often half of it. */
const maxLength = 7_168

export function createSignatures({ issuer, audience, signingKeys }: SignaturePlace): Signatures {
  const [signing] = signingKeys
  const publicKeys = new Map(signingKeys.map((key) => [key.kid, lazily(() => load(toPublicKey(key)))]))
  const privateKeys = new Map(signingKeys.map((key) => [key.kid, lazily(() => load(key))]))

  return { claimedKeyId, sign, check, ready }

  function claimedKeyId(text: string): string | null {
    if (text.length > maxLength || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(text)) return null
    try {
      const { typ, alg, kid } = decodeProtectedHeader(text)
      if (!isType(typ) || alg !== algorithm || kid === undefined || !publicKeys.has(kid)) return null
      const { client_id } = decodeJwt(text)
      return typeof client_id === 'string' && isKeyId(client_id) ? client_id : null
    } catch {
      return null
    }
  }

  async function sign(claims: JWTPayload): Promise<string | null> {
    const token = await signWith(signing, claims)
    return token.length > maxLength ? null : token
  }

  async function signWith({ kid }: SigningKey, claims: JWTPayload): Promise<string> {
    return new SignJWT({ ...claims, iss: issuer, aud: audience })
      .setProtectedHeader({ alg: algorithm, typ: type, kid })
      .sign(await find(privateKeys, kid))
  }

  async function check(text: string, now: number): Promise<{ payload: JWTPayload; isOver: boolean } | null> {
    try {
      const { payload } = await jwtVerify(text, ({ kid = '' }) => find(publicKeys, kid), {
        algorithms: [algorithm],
        typ: type,
        issuer,
        audience,
        requiredClaims: ['exp', 'iat', 'sub', 'jti', 'client_id'],
        currentDate: new Date(now),
      })
      return { payload, isOver: false }
    } catch (error) {
      // The last of what is looked at, so that all else has been found right.
      if (error instanceof errors.JWTExpired) return { payload: error.payload, isOver: true }
      if (error instanceof errors.JOSEError) return null
      throw error
    }
  }

  async function ready(): Promise<void> {
    for (const key of signingKeys) {
      if (await works(key).catch(() => false)) continue
      throw new Error(
        `Latchkey: the signing key "${key.kid}" cannot be used. Its parts do not belong together, so nobody could check what it signs. Make one with generateSigningKey().`,
      )
    }
  }

  /** Tried out, where it can sign. Rejects where it cannot be read. */
  async function works(key: SigningKey): Promise<boolean> {
    const publicKey = await find(publicKeys, key.kid)
    if (key.d === undefined) return true
    await jwtVerify(await signWith(key, {}), publicKey)
    return true
  }
}

function isType(typ: string | undefined): boolean {
  return /^(?:application\/)?at\+jwt$/i.test(typ ?? '')
}

type Loaded = Awaited<ReturnType<typeof importJWK>>

async function load(key: SigningKey): Promise<Loaded> {
  const { kty, crv, x, y, d } = key
  return importJWK({ kty, crv, x, y, ...(d !== undefined && { d }) }, algorithm)
}

/** A name that nobody knows is a token's fault; what `load` rejects with is the configuration's. */
async function find(keys: ReadonlyMap<string, () => Promise<Loaded>>, kid: string): Promise<Loaded> {
  const key = keys.get(kid)
  if (key) return key()
  throw new errors.JWKSNoMatchingKey()
}

function lazily<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null
  return () => {
    made ??= make()
    return made
  }
}
