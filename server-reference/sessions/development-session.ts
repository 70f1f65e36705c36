import type { SessionProvider, SessionUser } from '../core/session-provider.js'

export interface DevelopmentPerson {
  /** Also whose keys they are, unless `defaultConsumerId` says otherwise. @default 'developer' */
  id?: string | undefined
  /** @default 'Developer' */
  name?: string | undefined
}

/**
 * Everybody at this machine is signed in, as one person: a stand-in until `session` is your sign-in, such as
 * `betterAuthSession(auth)`. Whoever asks by another host name than `localhost` or a loopback address is nobody.
 * Throws unless `NODE_ENV` is `development` or `test`, so neither `next build` nor a server in production takes it.
 */
export function developmentSession({
  id = 'developer',
  name = 'Developer',
}: DevelopmentPerson = {}): SessionProvider {
  refuseOutsideDevelopment()
  const person: SessionUser = { id, name, sessionId: null }
  return ({ headers }) => (isThisMachine(headers.get('Host')) ? person : null)
}

function refuseOutsideDevelopment(): void {
  // Said positively: where nobody set it, as on an edge, this is no development.
  const mode = typeof process === 'undefined' ? undefined : process.env.NODE_ENV
  if (mode === 'development' || mode === 'test') return
  throw new Error(
    `Latchkey: developmentSession() is for development alone, and NODE_ENV is "${mode ?? ''}". It takes everybody for one person, so anybody could create keys. Give createLatchkey the session of your sign-in, such as betterAuthSession(auth), or start with NODE_ENV=development on a machine of your own.`,
  )
}

/** A page elsewhere that points its own name at this machine (DNS rebinding) sends that name along. */
function isThisMachine(host: string | null): boolean {
  return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?$/i.test(host ?? '')
}
