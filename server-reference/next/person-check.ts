import type { KeyService, Refusal } from '../core/latchkey.js'
import { carriesKey } from '../core/verification/carries-key.js'
import { type ResolvedCaller, resolveCaller } from '../http/resolve-caller.js'

/** Who is signed in, as the app's sign-in alone says it; not fresh, for this grants nothing by itself. */
export interface PersonCheck {
  (headers: Headers): Promise<ResolvedCaller>
  /** Who makes a request that no key opened. null: nobody but a machine, whose refusal stands. */
  behind(refusal: Refusal, headers: Headers): Promise<ResolvedCaller | null>
}

/** Asks the sign-in once per request, remembered on the identity of its `headers` object. */
export function createPersonCheck({ session }: Pick<KeyService, 'session'>): PersonCheck {
  const ask = remember((headers) => resolveCaller({ headers }, { session, fresh: false, address: null }))
  const askWithoutCookie = remember((headers) => {
    const rest = new Headers(headers)
    rest.delete('Cookie')
    return ask(rest)
  })

  return Object.assign(ask, {
    async behind(refusal: Refusal, headers: Headers) {
      if (refusal.code === 'missing_credential') return ask(headers)
      if (refusal.code !== 'invalid_key' || !carriesForeignBearer(headers)) return null
      const person = await askWithoutCookie(headers)
      // What no sign-in knows either is a key that is not valid, and is told so.
      return !person.ok && person.code === 'unauthenticated' ? null : person
    },
  })
}

/**
 * Whether the credential that was refused is a bearer token with a dot in it, as tokens are that carry a signature, and
 * as no key is, not even one with a typo. It decides alone, like a key that was sent: a cookie beside it changes nothing.
 */
function carriesForeignBearer(headers: Headers): boolean {
  const field = headers.get('Authorization')
  return field !== null && /^Bearer [^\s,]*\.[^\s,]*$/i.test(field) && !carriesKey(field)
}

function remember(ask: (headers: Headers) => Promise<ResolvedCaller>): typeof ask {
  const known = new WeakMap<Headers, Promise<ResolvedCaller>>()
  return (headers) => {
    const before = known.get(headers)
    if (before) return before
    const person = ask(headers)
    known.set(headers, person)
    return person
  }
}
