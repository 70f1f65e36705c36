import type { KeyToImport } from '../../core/key-to-import.js'

/** A row of another system, read. It holds no secret: those systems kept none. */
export type KeyCandidate =
  /** What came with it and is not taken over is in `without`. */
  | { status: 'ready'; from: string; key: KeyToImport; without: readonly Loss[] }
  /** It works no more where it was: expired, deleted or used up. */
  | { status: 'over'; from: string; why: string }
  /** It cannot be taken over as it is. */
  | { status: 'leftOut'; from: string; why: string }

/** `rateLimit`: unless it is asked for. `quota`: requests that may be made in all. */
export type Loss = 'rateLimit' | 'quota' | 'roles' | 'metadata'

export interface ReadOptions {
  /** Milliseconds since the epoch. */
  now: number
  environment: 'live' | 'test'
  /** Take over a limit that the key has of its own. */
  rateLimits: boolean
  /** Take over a key that may make so many requests in all, without that bound. */
  dropQuotas: boolean
}
