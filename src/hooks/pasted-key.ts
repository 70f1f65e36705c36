import type { LatchkeyError } from '../client/index.js'
import type { ApiKey, Environment } from '../contract/index.js'

/**
 * What became of a key that somebody pasted into the search. Nothing here holds any of its secret.
 *
 * `cut`: too short or too long for a key. `mistyped`: its checksum is wrong, so that it is not the key it looks like.
 * `notAsked`: it is not on the page, and this backend or browser offers no way to ask without sending it.
 */
export type PastedKey = { environment: Environment } & (
  | { status: 'found'; key: ApiKey }
  | { status: 'asking' | 'notFound' | 'notAsked' | 'cut' | 'mistyped' }
  | { status: 'failed'; error: LatchkeyError }
)
