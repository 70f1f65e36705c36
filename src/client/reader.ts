/**
 * Turns what came over the wire into a typed value, or throws a `Mismatch`. What the contract's schemas do, for a
 * twentieth of their weight: a browser reads answers only, and needs no words for what is wrong with them.
 */
export type Reader<T> = (value: unknown) => T

/** Where an answer is not what the contract says. Never quotes the answer. */
export class Mismatch extends Error {
  readonly path: readonly (string | number)[]
  constructor(path: readonly (string | number)[]) {
    super(path.join('.'))
    this.path = path
  }
}

export const text: Reader<string> = (value) => (typeof value === 'string' ? value : refuse())
export const number: Reader<number> = (value) => (typeof value === 'number' ? value : refuse())
export const boolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : refuse())

export function nullable<T>(read: Reader<T>): Reader<T | null> {
  return (value) => (value === null ? null : read(value))
}

export function optional<T>(read: Reader<T>): Reader<T | undefined> {
  return (value) => (value === undefined ? undefined : read(value))
}

export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return (value) => choices.find((choice) => choice === value) ?? refuse()
}

export function list<T>(read: Reader<T>): Reader<T[]> {
  return (value) => (Array.isArray(value) ? value.map((item, index) => readAt(index, read, item)) : refuse())
}

export function record<T>(read: Reader<T>): Reader<Record<string, T>> {
  return (value) =>
    Object.fromEntries(
      Object.entries(toObject(value)).map(([name, item]) => [name, readAt(name, read, item)]),
    )
}

/** Reads the named fields and drops all others, which a newer server may add. What is absent stays absent. */
export function fields<T extends object>(readers: { [K in keyof T]-?: Reader<T[K]> }): Reader<T> {
  return (value) => {
    const object: Partial<Record<string, unknown>> = toObject(value)
    const read: Partial<T> = {}
    for (const name in readers) {
      const item = readAt(name, readers[name], object[name])
      if (item !== undefined) read[name] = item
    }
    // Every reader has run: what is not here may be absent.
    return read as T
  }
}

/** The path is put together on the way out of a mismatch alone: a page of usage has thousands of fields. */
function readAt<T>(name: string | number, read: Reader<T>, value: unknown): T {
  try {
    return read(value)
  } catch (thrown) {
    throw thrown instanceof Mismatch ? new Mismatch([name, ...thrown.path]) : thrown
  }
}

function toObject(value: unknown): object {
  return typeof value === 'object' && value !== null ? value : refuse()
}

function refuse(): never {
  throw new Mismatch([])
}
