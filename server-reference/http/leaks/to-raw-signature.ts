/** Bytes of a number of P-256. */
const numberLength = 32

/**
 * An ECDSA signature as Web Crypto takes it, two numbers of 32 bytes, from the two DER integers that others write (RFC 3279
 * §2.2.3). null: this is no such signature. There is one way to write each, and no other is taken (X.690 §8.3.2, §10.1).
 */
export function toRawSignature(der: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const [tag, length] = der
  if (tag !== 0x30 || length !== der.length - 2) return null
  const r = readInteger(der, 2)
  const s = r && readInteger(der, r.end)
  if (!s || s.end !== der.length) return null
  const raw = new Uint8Array(2 * numberLength)
  raw.set(r.digits, numberLength - r.digits.length)
  raw.set(s.digits, 2 * numberLength - s.digits.length)
  return raw
}

function readInteger(der: Uint8Array<ArrayBuffer>, at: number) {
  const length = der[at + 1] ?? 0
  const end = at + 2 + length
  const written = der.subarray(at + 2, end)
  const [first = 0, second = 0] = written
  if (der[at] !== 0x02 || length === 0 || end > der.length) return null
  const isNegative = first >= 0x80
  const isPadded = first === 0 && length > 1
  if (isNegative || (isPadded && second < 0x80)) return null
  const digits = isPadded ? written.subarray(1) : written
  return digits.length > numberLength ? null : { digits, end }
}
