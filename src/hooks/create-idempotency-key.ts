/**
 * 128 random bits in hexadecimal. Not `crypto.randomUUID`: over plain HTTP, as on many an intranet, browsers lack it.
 */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
