import type { KeyService, Refusal } from '../core/latchkey.js'
import { problemResponse, refusalResponse } from '../http/index.js'
import type { ResolvedCaller } from '../http/resolve-caller.js'
import type { ClientAddress } from './client-address.js'
import { createPersonCheck } from './person-check.js'
import { createRouteGuard, type RouteLists } from './route-access.js'
import { signInAddress } from './sign-in-address.js'
import { wantsPage } from './wants-page.js'
import { signInLocation } from './way-back.js'

export interface EarlyFilterOptions extends RouteLists {
  /**
   * Where a page sends people who are not signed in: a public path of this app, or an address elsewhere.
   * @default '/sign-in' where that is a public route; otherwise pages are refused with 401 as API routes are
   */
  signInUrl?: string | undefined
  /** As for `createAuth`. @default unknown, so keys with an allowlist are refused */
  clientAddress?: ClientAddress | undefined
}

/** The refusal of a request that cannot pass; null: let it through. Charges nothing. */
export type EarlyFilter = (request: Request, place: Place) => Promise<Response | null>

/** Where in the app a request leads. */
export interface Place {
  /** Without base path and locale. */
  pathname: string
  /** What the app lies below, such as `/shop`; '' at the root. */
  basePath: string
}

/** Throws on lists that are empty or contradict each other. */
export function createEarlyFilter(
  latchkey: KeyService,
  { signInUrl, clientAddress = () => null, ...lists }: EarlyFilterOptions,
): EarlyFilter {
  const accessTo = createRouteGuard(lists)
  const signIn = signInAddress(signInUrl, accessTo)
  const checkPerson = createPersonCheck(latchkey)

  return async (request, place) => {
    const access = accessTo(place.pathname, request)
    if (access === 'public') return null
    if (access === 'malformed') return problemResponse('bad_request')
    if (access === 'session') return refuseNobody(await checkPerson(request.headers), request, place)
    const refusal = await refuseKey(request)
    if (refusal === null) return null
    const person = access === 'either' ? await checkPerson.behind(refusal, request.headers) : null
    return person ? refuseNobody(person, request, place) : refusalResponse(refusal, latchkey)
  }

  async function refuseKey(request: Request): Promise<Refusal | null> {
    const { headers } = request
    if (latchkey.lookEarly) return latchkey.lookEarly({ headers })
    const verification = await latchkey.verify({ headers, address: clientAddress(request), charge: false })
    return verification.ok ? null : verification
  }

  function refuseNobody(person: ResolvedCaller, request: Request, place: Place): Response | null {
    if (person.ok) return null
    const isPage = wantsPage(request, place.pathname)
    const isLedToSignIn = person.code === 'unauthenticated' && signIn !== null && isPage
    if (!isLedToSignIn) return problemResponse(person.code, { realm: latchkey.realm })
    const location = signInLocation(signIn, request.url, place.basePath).href
    return new Response(null, {
      status: 307,
      headers: { Location: location, 'Cache-Control': 'no-store', Vary: 'Cookie' },
    })
  }
}
