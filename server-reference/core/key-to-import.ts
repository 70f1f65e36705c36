import type { ApiKey, Environment } from '../../src/contract/index.js'

/** A key of another system, of which that one kept a digest and no more. */
export interface KeyToImport {
  /** SHA-256 of the whole key, 64 lower-case hexadecimal digits. */
  sha256: string
  consumerId: string
  /** Where the consumer has a working key of that name, this one becomes `name 2`, and so on. */
  name: string
  /** null: nobody wrote one. @default null */
  description?: string | null | undefined
  /** @default the first of the server's */
  environment?: Environment | undefined
  /** What the key begins with, as far as it says nothing of the secret; '' where it is unknown. At most 32 characters. */
  prefix: string
  /** What the other system shows behind the prefix; '' where it shows nothing. At most 16 characters. */
  start: string
  /** Its last characters, where they may be shown. At most 16. @default '' */
  end?: string | undefined
  /** Those that the server does not know are dropped. @default none */
  scopes?: string[] | undefined
  /** null: the server's default. @default null */
  rateLimit?: ApiKey['rateLimit'] | undefined
  /** RFC 3339. null: never. @default null */
  expiresAt?: string | null | undefined
  /** RFC 3339. null: unknown, and taken for now. @default null */
  createdAt?: string | null | undefined
  /** RFC 3339. null: never, or unknown. @default null */
  lastUsedAt?: string | null | undefined
  /** false: it is disabled, until somebody enables it. @default true */
  enabled?: boolean | undefined
}

export type ImportOutcome =
  | {
      ok: true
      /** The id that it has from now on. */
      id: string
      name: string
      /** Scopes that the server does not know, and which it therefore does not hold. */
      droppedScopes: string[]
    }
  | { ok: false; code: 'already_imported'; id: string }
  /** `detail`: which field, and what is wrong with it. */
  | { ok: false; code: 'validation_failed'; detail: string }
  | { ok: false; code: 'name_taken' }
