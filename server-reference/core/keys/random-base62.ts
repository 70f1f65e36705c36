import { base62Digit } from '../../../src/contract/index.js'

export type RandomSource = (bytes: Uint8Array<ArrayBuffer>) => void

/** 4 × 62: bytes from here on are thrown away, because they would make some digits likelier than others. */
const unbiased = 248
const blockBytes = 96
const maxBlocks = 8

/**
 * Random base62 digits, each as likely as any other (KF-2). Throws where the source throws, fills an array only in
 * part or has run dry: there is no weaker source to fall back to.
 */
export function randomBase62(length: number, random: RandomSource): string {
  let digits = ''
  for (let block = 0; block < maxBlocks && digits.length < length; block += 1) {
    const bytes = new Uint8Array(blockBytes)
    random(bytes)
    if (!looksFilled(bytes)) break
    for (const byte of bytes) {
      if (byte < unbiased && digits.length < length) digits += base62Digit(byte % 62)
    }
  }
  if (digits.length === length) return digits
  throw new Error(
    'Latchkey: the source of randomness gave too little. A key from it could be guessed. Repair the source; no key was made.',
  )
}

/** Eight zeros in a row come once in 2⁶⁴ arrays by chance, and in every array that was filled in part. */
function looksFilled(bytes: Uint8Array): boolean {
  let zeros = 0
  for (const byte of bytes) {
    zeros = byte === 0 ? zeros + 1 : 0
    if (zeros === 8) return false
  }
  return true
}
