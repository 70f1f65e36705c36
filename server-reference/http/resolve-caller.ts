import type { Caller } from '../core/latchkey.js'
import type { SessionProvider } from '../core/session-provider.js'
import { carriesKey } from '../core/verification/carries-key.js'

export type ResolvedCaller =
  | { ok: true; caller: Caller }
  | { ok: false; code: 'unauthenticated' }
  /** The sign-in could not tell who asks, or not in time. Never taken for "nobody". */
  | { ok: false; code: 'store_unavailable'; error: unknown }

interface Resolution {
  /** A latchkey's: it answers in time or rejects. */
  session: SessionProvider
  fresh: boolean
  address: string | null
}

/** Who asks, as the app's sign-in alone says it. */
export async function resolveCaller(
  request: { headers: Headers },
  resolution: Resolution,
): Promise<ResolvedCaller> {
  const { session, fresh, address } = resolution
  try {
    const headers = withoutApiKeys(request.headers)
    const user = await session({ headers }, { fresh })
    if (user === null) return { ok: false, code: 'unauthenticated' }
    return { ok: true, caller: { user, address, userAgent: request.headers.get('User-Agent') } }
  } catch (error) {
    return { ok: false, code: 'store_unavailable', error }
  }
}

/** The sign-in never sees an API key, so that no provider can take one for a session. */
function withoutApiKeys(headers: Headers): Headers {
  const rest = new Headers(headers)
  rest.delete('X-API-Key')
  if (carriesKey(rest.get('Authorization'))) rest.delete('Authorization')
  return rest
}
