import { LatchkeyError } from './latchkey-error.js'

/** Whatever was thrown, as the one kind of error that this package speaks of. Keeps no cause: it could hold a secret. */
export function toLatchkeyError(thrown: unknown): LatchkeyError {
  if (thrown instanceof LatchkeyError) return thrown
  return new LatchkeyError('unknown', 'Latchkey: the client failed in a way that it did not explain.')
}
