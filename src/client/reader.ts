/**
 * Turns what came over the wire into a typed value, or throws a `Mismatch`. What the contract's schemas do, for a
 * twentieth of their weight: a browser reads answers only, and needs no words for what is wrong with them.
 */
export type Reader<T> = (value: unknown, path: string) => T

/** Where an answer is not what the contract says. Never quotes the answer. */
export class Mismatch extends Error {
  readonly path: string
  constructor(path: string) {
    super(path)
    this.path = path
  }
}

export const text: Reader<string> = (value, path) => (typeof value === 'string' ? value : refuse(path))
export const number: Reader<number> = (value, path) => (typeof value === 'number' ? value : refuse(path))
export const boolean: Reader<boolean> = (value, path) => (typeof value === 'boolean' ? value : refuse(path))

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value, path) => (value === null ? null : read(value, path))
}

export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value, path) => (value === undefined ? undefined : read(value, path))
}

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return (value, path) => choices.find((choice) => choice === value) ?? refuse(path)
}

export function list<T>(read: Reader<T>): Reader<T[]> {
  return (value, path) =>
    Array.isArray(value) ? value.map((item, index) => read(item, `${path}.${index}`)) : refuse(path)
}

export function record<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value, path) =>
    Object.fromEntries(
      Object.entries(toObject(value, path)).map(([name, item]) => [name, read(item, `${path}.${name}`)]),
    )
}

/** Reads the named fields and drops all others, which a newer server may add. What is absent stays absent. */
export function fields<T extends object>(readers: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  return (value, path) => {
    const object: Partial<Record<string, unknown>> = toObject(value, path)
    const read: Partial<T> = {}
    for (const name in readers) {
      const item = readers[name](object[name], `${path}.${name}`)
      if (item !== undefined) read[name] = item
    }
    // Every reader has run: what is not here may be absent.
    return read as T
  }
}

function toObject(value: unknown, path: string): object {
  return typeof value === 'object' && value !== null ? value : refuse(path)
}

function refuse(path: string): never {
  throw new Mismatch(path)
}
