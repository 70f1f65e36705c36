import { hash } from 'node:crypto'
import { checksumOf } from 'latchkey/contract'

/** Keys in their shape, the same ones every time. */
export function makeSecrets(size: number): string[] {
  return Array.from({ length: size }, (_, index) => {
    const body = `lk_live_${String(index).padStart(16, '0')}_${hash('sha256', String(index), 'hex').slice(0, 43)}`
    return body + checksumOf(body)
  })
}

/** `lk_live_` stands before the id. */
export function idOf(secret: string): string {
  return secret.slice(8, 24)
}
