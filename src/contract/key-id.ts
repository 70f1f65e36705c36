/** A key's public id: 16 base62 characters (KF-3). */
export const keyIdShape = /^[0-9A-Za-z]{16}$/

/** Whether there can be such a key. Anything else, such as text with a NUL, need not be asked for. */
export function isKeyId(text: string): boolean {
  return keyIdShape.test(text)
}
