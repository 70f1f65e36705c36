import { randomBytes } from 'node:crypto'

/** An address that nobody has had before (2001:db8::/32 is for examples), so that no limit knows it yet. */
export function strangerAddress(): string {
  const [a, b, c, d] = randomBytes(8).toString('hex').match(/.{4}/g) ?? []
  return `2001:db8:${a}:${b}::${c}:${d}`
}
