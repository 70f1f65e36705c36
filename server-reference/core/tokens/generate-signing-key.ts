import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { SigningKey } from '../machine-tokens.js'

/** A new private key for `createMachineTokens`, named by its thumbprint (RFC 7638). Keep it as you keep a pepper. */
export async function generateSigningKey(): Promise<SigningKey> {
  const { privateKey } = await generateKeyPair('ES256', { extractable: true })
  const { x = '', y = '', d = '' } = await exportJWK(privateKey)
  const key = { kty: 'EC', crv: 'P-256', x, y } as const
  return { ...key, d, kid: await calculateJwkThumbprint(key), alg: 'ES256', use: 'sig' }
}
