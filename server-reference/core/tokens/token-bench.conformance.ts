import { decodeJwt, importJWK, SignJWT } from 'jose'
import type { LatchkeyOptions } from '../latchkey-options.js'
import type { SigningKey, TokenService } from '../machine-tokens.js'
import { createTestBench } from '../test-bench.conformance.js'
import { createMachineTokens, type MachineTokenOptions } from './create-machine-tokens.js'
import { generateSigningKey } from './generate-signing-key.js'

export const issuer = 'https://app.example.com'
export const audience = 'https://api.example.com'
export const signingKey = await generateSigningKey()

type BenchOptions = Pick<LatchkeyOptions, 'store' | 'limits'> &
  Partial<LatchkeyOptions> & { tokenOptions?: Partial<MachineTokenOptions> }

/** A latchkey that makes tokens, with a clock that stands still. */
export function createTokenBench({ tokenOptions, ...options }: BenchOptions) {
  const tokens = createMachineTokens({ issuer, audience, signingKeys: [signingKey], ...tokenOptions })
  const bench = createTestBench({ tokens, ...options })
  const service = requireService(bench.latchkey.tokens)

  return { ...bench, service, exchange, issueToken }

  function exchange(secret: string, scopes: readonly string[] | null = null, address = '198.51.100.9') {
    const client = { id: secret.split('_')[2] ?? '', secret, address, userAgent: 'curl' }
    return service.grant(client, { scopes, resource: null })
  }

  /** A key of Ada's and a token for it. */
  async function issueToken(
    input?: Parameters<typeof bench.issue>[0],
    scopes: readonly string[] | null = null,
  ) {
    const { key, secret } = await bench.issue(input)
    const grant = await exchange(secret, scopes)
    if (!grant.ok) throw new Error(`refused: ${grant.error}`)
    return { key, secret, token: grant.accessToken, expiresIn: grant.expiresIn }
  }
}

interface Forgery {
  /** Those that are undefined are left out. */
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  by?: SigningKey
}

/** The token anew, signed with what the test says, with other claims or another header. */
export async function forge(token: string, { claims, header, by = signingKey }: Forgery): Promise<string> {
  return new SignJWT({ ...decodeJwt(token), ...claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: signingKey.kid, ...header })
    .sign(await importJWK(privatePart(by), 'ES256'))
}

/** Of a JWT that is put together by hand. */
export function encodePart(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}

function privatePart({ kty, crv, x, y, d = '' }: SigningKey) {
  return { kty, crv, x, y, d }
}

function requireService(service: TokenService | undefined): TokenService {
  if (service) return service
  throw new Error('A latchkey with tokens offers them.')
}
