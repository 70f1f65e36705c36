import type { CreateInput } from '../src/contract/index.js'
import type { MockPerson } from './mock-people.js'

/** A key and its story, told in instants (RFC 3339); the mock lives it through before anybody looks. */
export interface SeedKey extends Omit<CreateInput, 'expiresAt'> {
  createdAt: string
  /** @default Ada Lovelace */
  createdBy?: MockPerson | undefined
  /** null, and absent: never. It may have passed. */
  expiresAt?: string | null | undefined
  /** Its successor takes the name, and is not used by anybody yet. */
  rotated?: { at: string; overlapSeconds: number; by?: MockPerson | undefined } | undefined
  disabledAt?: string | undefined
  revoked?: { at: string; by?: MockPerson | undefined; reason?: string | undefined } | undefined
  /** Absent: never used. */
  lastUsedAt?: string | undefined
  /** Requests of the days up to now, the last one today. */
  usage?: readonly DayCounts[] | undefined
}

export interface DayCounts {
  allowed: number
  denied: number
}

/** Keys in any order, or a function from now (milliseconds since the epoch) to them. */
export type Seed = readonly SeedKey[] | ((now: number) => readonly SeedKey[])
