import type { HmacSha256, Sha256 } from '../latchkey-options.js'
import { toHex } from './to-hex.js'

/** SHA-256 wherever there is Web Crypto. */
export const webCryptoSha256: Sha256 = async (text) =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))

/** HMAC-SHA-256 wherever there is Web Crypto. Importing a key costs as much as using it, so each is kept. */
export const webCryptoHmacSha256: HmacSha256 = async (key, message) => {
  let imported = importedKeys.get(key)
  if (!imported) {
    imported = crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
    importedKeys.set(key, imported)
  }
  return toHex(new Uint8Array(await crypto.subtle.sign('HMAC', await imported, message)))
}

const importedKeys = new WeakMap<Uint8Array, Promise<CryptoKey>>()
