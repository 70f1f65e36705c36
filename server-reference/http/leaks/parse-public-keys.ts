import * as v from 'valibot'
import { fromBase64 } from './from-base64.js'

/**
 * The keys that reports are signed with now, by their identifiers, from what GitHub publishes. Rejects where there is none
 * that can be used. One that was replaced (`is_current: false`) is none.
 */
export async function parsePublicKeys(text: string): Promise<ReadonlyMap<string, CryptoKey>> {
  const { public_keys } = v.parse(publishedSchema, JSON.parse(text))
  const keys = new Map<string, CryptoKey>()
  for (const { key_identifier, key, is_current } of public_keys) {
    const imported = is_current === false ? null : await importKey(key)
    if (imported) keys.set(key_identifier, imported)
  }
  if (keys.size === 0) throw new Error('No public key for leak reports was published that can be used.')
  return keys
}

const publishedSchema = v.object({
  public_keys: v.pipe(
    v.array(v.object({ key_identifier: v.string(), key: v.string(), is_current: v.optional(v.boolean()) })),
    v.maxLength(100),
  ),
})

/** null: a key of another kind, as may be published some day beside those of today. */
async function importKey(pem: string): Promise<CryptoKey | null> {
  const spki = fromBase64(pem.replace(/-----(?:BEGIN|END) PUBLIC KEY-----|\s/g, ''))
  if (spki === null) return null
  try {
    return await crypto.subtle.importKey('spki', spki, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
      'verify',
    ])
  } catch {
    return null
  }
}
