import { generateKeyPairSync, sign } from 'node:crypto'

/** Somebody who signs reports as GitHub does, for tests. */
export function createSigner(identifier: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const key = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  return {
    published: { key_identifier: identifier, key, is_current: true },
    headersFor: (body: string): Record<string, string> => ({
      'Github-Public-Key-Identifier': identifier,
      'Github-Public-Key-Signature': sign('sha256', Buffer.from(body), privateKey).toString('base64'),
    }),
  }
}
