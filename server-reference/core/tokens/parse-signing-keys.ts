import * as v from 'valibot'
import type { PublicTokenKey, SigningKey } from '../machine-tokens.js'

/** 32 bytes in base64url: every number of P-256 has that length, leading zeros included (RFC 7518 §6.2.1.2). */
const coordinate = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{43}$/))

const keySchema = v.object({
  kty: v.literal('EC'),
  crv: v.literal('P-256'),
  x: coordinate,
  y: coordinate,
  d: v.optional(coordinate),
  kid: v.pipe(v.string(), v.regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/)),
  alg: v.optional(v.literal('ES256')),
  use: v.optional(v.literal('sig')),
})

/** `x` of keys whose private half is printed in RFC 7515 §A.3 and RFC 7517 §A.2. */
const printed = new Set([
  'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  'MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4',
])

/**
 * Reads the keys of the options: one key, a list, a key set, or any of them as JSON. Throws on a missing, short or
 * printed one (ST-5), and never repeats one.
 */
export function parseSigningKeys(
  option: string | SigningKey | { keys: readonly SigningKey[] } | readonly SigningKey[],
): [SigningKey, ...SigningKey[]] {
  const [first, ...rest] = toList(typeof option === 'string' ? parseJson(option) : option).map(parseKey)
  if (first === undefined) throw missing()
  if (first.d === undefined) {
    throw new Error(
      'Latchkey: the first signing key has no private part. Others may only check, but nothing could be signed. Put the private key of today first.',
    )
  }
  if (new Set([first, ...rest].map(({ kid }) => kid)).size <= rest.length) {
    throw new Error(
      'Latchkey: two signing keys have one kid. Nobody could tell which of them signed a token. Make each with generateSigningKey(), which names it by its content.',
    )
  }
  return [first, ...rest]
}

/** What may be shown to everybody. */
export function toPublicKey({ x, y, kid }: SigningKey): PublicTokenKey {
  return { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' }
}

function toList(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) throw missing()
  return 'keys' in value && Array.isArray(value.keys) ? value.keys : [value]
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // The parser's own message repeats a part of what it could not read.
    throw missing()
  }
}

function parseKey(value: unknown): SigningKey {
  const parsed = v.safeParse(keySchema, value)
  if (!parsed.success) {
    throw new Error(
      'Latchkey: a signing key is no whole P-256 key with a kid. Tokens are signed with ES256, and with nothing weaker. Make one with generateSigningKey().',
    )
  }
  if (printed.has(parsed.output.x)) {
    throw new Error(
      'Latchkey: a signing key is printed in a public document. Everybody can sign with it. Make one with generateSigningKey().',
    )
  }
  return parsed.output
}

function missing(): Error {
  return new Error(
    'Latchkey: there is no signing key for tokens, or it is not JSON. Nothing could be signed or checked. Give what generateSigningKey() makes.',
  )
}
