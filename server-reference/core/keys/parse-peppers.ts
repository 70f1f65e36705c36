import type { PepperOptions } from '../latchkey-options.js'
import { fromHex } from './from-hex.js'

export interface Pepper {
  id: string
  secret: Uint8Array<ArrayBuffer>
}

const minBytes = 32

/** Reads the peppers of the options; throws on a short, constant or repeated one (ST-4, ST-5). */
export function parsePeppers(options: readonly PepperOptions[]): readonly Pepper[] {
  const peppers = options.map(({ id, secret }) => ({ id: checkId(id), secret: readSecret(id, secret) }))
  if (new Set(peppers.map(({ id }) => id)).size === peppers.length) return peppers
  throw new Error(
    'Latchkey: two peppers have one id. Nobody could tell which of them a digest was made with. Give each its own id.',
  )
}

function checkId(id: string): string {
  if (/^[0-9A-Za-z_-]{1,32}$/.test(id)) return id
  throw new Error(
    'Latchkey: a pepper has an id that cannot be stored. It is kept beside each digest. Use 1 to 32 letters, digits, - or _.',
  )
}

function readSecret(id: string, secret: Uint8Array | string): Uint8Array<ArrayBuffer> {
  const bytes = typeof secret === 'string' ? decode(secret) : new Uint8Array(secret)
  if (bytes && bytes.length >= minBytes && new Set(bytes).size >= 8) return bytes
  throw new Error(
    `Latchkey: the pepper "${id}" is not ${minBytes} random bytes. A short or constant one protects nothing. Make one with "openssl rand -hex 32".`,
  )
}

function decode(text: string): Uint8Array<ArrayBuffer> | null {
  if (text.length % 2 === 0 && /^[0-9a-fA-F]+$/.test(text)) return fromHex(text)
  if (!/^[0-9A-Za-z_-]+={0,2}$/.test(text)) return null
  try {
    const binary = atob(text.replace(/=+$/, '').replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    // A length that no bytes have.
    return null
  }
}
