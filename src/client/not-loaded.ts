import { LatchkeyError } from './latchkey-error.js'

/** Where code that is fetched when it is first needed did not come. @param code `offline` where that is known to be why */
export function notLoaded(cause: unknown, code: 'not_loaded' | 'offline' = 'not_loaded'): LatchkeyError {
  return new LatchkeyError(code, 'Latchkey: the code for this could not be fetched, so nothing was sent.', {
    cause,
  })
}
