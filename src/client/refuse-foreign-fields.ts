import { LatchkeyError } from './latchkey-error.js'

/** Refuses what a backend has no place for, so that nobody believes it took effect. What is undefined was not asked for. */
export function refuseForeignFields(input: object, known: readonly string[], backend: string): void {
  const foreign = Object.entries(input).filter(
    ([name, value]) => value !== undefined && !known.includes(name),
  )
  if (foreign.length === 0) return
  const fields = Object.fromEntries(foreign.map(([name]) => [name, `${backend} has no place for this.`]))
  throw new LatchkeyError(
    'validation_failed',
    `Latchkey: this backend has no place for ${Object.keys(fields).join(', ')}. Nothing was sent, so that nobody believes it took effect. Leave it out.`,
    { fields },
  )
}
