import { parseInstant, toInstant } from '../contract/index.js'
import { Mismatch, type Reader } from './reader.js'

/** Reads a moment as a foreign client gives it, a `Date`, milliseconds since the epoch or RFC 3339, to an instant. */
export const instant: Reader<string> = (value) => {
  const epochMs =
    value instanceof Date ? value.getTime() : typeof value === 'string' ? parseInstant(value) : value
  if (typeof epochMs !== 'number' || !Number.isFinite(epochMs)) throw new Mismatch([])
  return toInstant(epochMs)
}
