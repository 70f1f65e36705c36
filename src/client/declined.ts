import { LatchkeyError } from './latchkey-error.js'

/** Where a host took back what somebody asked for before it was sent. */
export function declined(details?: { cause: unknown }): LatchkeyError {
  return new LatchkeyError('declined', 'Latchkey: the host called this off, so nothing was sent.', details)
}
