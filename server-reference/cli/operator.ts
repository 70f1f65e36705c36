import { userInfo } from 'node:os'
import type { Caller } from '../core/latchkey.js'
import { readVersion } from './read-version.js'

/** Who changes something at the command line, for the activity log: the name that the system knows. */
export function operator(): Caller {
  return {
    user: { id: 'operator', ...nameOfUser(), sessionId: null },
    address: null,
    userAgent: `latchkey/${readVersion()}`,
  }
}

function nameOfUser(): { name?: string } {
  try {
    return { name: userInfo().username }
  } catch {
    // A user without an entry, as in some containers.
    return {}
  }
}
