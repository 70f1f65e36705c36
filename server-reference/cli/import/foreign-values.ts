import { keyNameProblem, redactKeys, toInstant, toKeyName } from '../../../src/contract/index.js'

/** A row as a database or a line of JSON gives it. */
export type Row = Readonly<Record<string, unknown>>

/** Its first value that is a text and not empty. */
export function readText(row: Row, ...names: string[]): string | null {
  for (const name of names) {
    const value = row[name]
    if (typeof value === 'string' && value !== '') return value
    if (typeof value === 'number' || typeof value === 'bigint') return String(value)
  }
  return null
}

/** undefined: there is something, and it is no number. */
export function readNumber(row: Row, name: string): number | null | undefined {
  const value = row[name]
  if (value === null || value === undefined || value === '') return null
  const number = Number(value)
  return Number.isFinite(number) ? number : undefined
}

/** Databases without booleans have 0 and 1, and exports write what they like: what is not surely a yes is a no. */
export function readFlag(row: Row, name: string, fallback: boolean): boolean {
  const value = row[name]
  if (value === null || value === undefined) return fallback
  return /^(?:true|t|1)$/i.test(String(value))
}

/** An instant as a date, a text, or milliseconds since the epoch. undefined: it is none of them. */
export function readInstant(row: Row, ...names: string[]): string | null | undefined {
  const value = names
    .map((name) => row[name])
    .find((each) => each !== null && each !== undefined && each !== '')
  if (value === undefined) return null
  const isNumber = typeof value === 'number' || typeof value === 'bigint'
  const epochMs = isNumber
    ? Number(value)
    : value instanceof Date
      ? value.getTime()
      : typeof value === 'string'
        ? Date.parse(value)
        : Number.NaN
  return Number.isFinite(epochMs) && Math.abs(epochMs) < 8.64e15 && epochMs >= 0
    ? toInstant(epochMs)
    : undefined
}

/** A text that may be a JSON list or object itself. */
export function readJson(row: Row, name: string): unknown {
  const value = row[name]
  if (typeof value !== 'string') return value ?? null
  try {
    return JSON.parse(value)
  } catch {
    return null
  }
}

/** A name that can be kept, without a key that stands in it, or else one of what is seen of the key. */
export function readName(row: Row, seen: string): string {
  const name = Array.from(redactKeys(toKeyName(readText(row, 'name') ?? '')))
    .slice(0, 64)
    .join('')
    .trim()
  return keyNameProblem(name) === null ? name : `Imported ${seen || 'key'}`
}

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
