import type { Latchkey } from '../core/latchkey.js'
import { type ResolvedCaller, resolveCaller } from '../http/resolve-caller.js'

/** Who is signed in, as the app's sign-in alone says it; not fresh, for this grants nothing by itself. */
export type PersonCheck = (headers: Headers) => Promise<ResolvedCaller>

/** Asks the sign-in once per request, remembered on the identity of its `headers` object. */
export function createPersonCheck(latchkey: Latchkey): PersonCheck {
  const known = new WeakMap<Headers, Promise<ResolvedCaller>>()

  return (headers) => {
    const before = known.get(headers)
    if (before) return before
    const { session } = latchkey
    const person = resolveCaller({ headers }, { session, fresh: false, address: null })
    known.set(headers, person)
    return person
  }
}
