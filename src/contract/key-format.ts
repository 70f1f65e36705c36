import type { Environment } from './api-key.js'

export const secretMaxLength = 128
export const idLength = 16
export const secretPartLength = 43
export const checksumLength = 6

const shape = /^([a-z][a-z0-9]{1,15})_(live|test)_([0-9A-Za-z]{16})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/
/**
 * A regular expression for secret scanners, as text: finds keys of any brand inside other text. It looks neither ahead
 * nor back, which RE2 and Hyperscan do not know. What `parseKey` then accepts is a key; the checksum lets one random match
 * in 57 thousand million pass.
 */
export const keyPattern = `\\b[a-z][a-z0-9]{1,15}_(?:live|test)_[0-9A-Za-z]{${idLength}}_[0-9A-Za-z]{${
  secretPartLength + checksumLength
}}\\b`

const brandShape = /^[a-z][a-z0-9]{1,15}$/
const base62Alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** What a well-formed key says about itself. It carries nothing secret but `secret`, the whole string. */
export interface ParsedKey {
  secret: string
  /** The configurable first part, e.g. `lk`. */
  brand: string
  environment: Environment
  id: string
}

export type KeyShape =
  | { ok: true; key: ParsedKey }
  /** `shape`: not a key at all; `checksum`: a key with a typo, or one that was cut. */
  | { ok: false; reason: 'shape' | 'checksum' }

/**
 * Reads a key as it was sent: no trimming, no case folding, no Unicode normalisation.
 * The checksum finds typos without asking anybody; it is never a security control.
 */
export function parseKey(text: string): KeyShape {
  if (text.length > secretMaxLength) return { ok: false, reason: 'shape' }
  const parts = shape.exec(text)
  if (!parts) return { ok: false, reason: 'shape' }
  const [, brand = '', environment, id = '', , checksum] = parts
  if (checksumOf(text.slice(0, -checksumLength)) !== checksum) return { ok: false, reason: 'checksum' }
  return { ok: true, key: { secret: text, brand, environment: environment === 'test' ? 'test' : 'live', id } }
}

/** CRC-32 of everything before it, base62, left-padded to 6 characters. */
export function checksumOf(body: string): string {
  return base62(crc32(body)).padStart(checksumLength, '0')
}

/** CRC-32 (ISO-HDLC, reflected 0xEDB88320) of an ASCII text. */
export function crc32(text: string): number {
  let crc = 0xffffffff
  for (let index = 0; index < text.length; index += 1) {
    crc = (crcTable[(crc ^ text.charCodeAt(index)) & 0xff] ?? 0) ^ (crc >>> 8)
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A non-negative integer over `0-9A-Za-z`, most significant digit first. */
export function base62(value: number): string {
  let rest = value
  let digits = ''
  do {
    digits = base62Alphabet.charAt(rest % 62) + digits
    rest = Math.floor(rest / 62)
  } while (rest > 0)
  return digits
}

/** Whether a text may stand first in a key: `^[a-z][a-z0-9]{1,15}$`. */
export function isBrand(text: string): boolean {
  return brandShape.test(text)
}

/** `lk_live_`: what every key of a brand and an environment begins with. */
export function toPrefix(brand: string, environment: Environment): string {
  return `${brand}_${environment}_`
}

/** The character of the alphabet at an index from 0 to 61. */
export function base62Digit(index: number): string {
  return base62Alphabet.charAt(index)
}

const crcTable = Int32Array.from({ length: 256 }, (_, byte) => {
  let entry = byte
  for (let bit = 0; bit < 8; bit += 1) entry = entry & 1 ? (entry >>> 1) ^ 0xedb88320 : entry >>> 1
  return entry
})
