import type { ErrorListener } from './latchkey-options.js'
import type { SessionProvider, SessionUser } from './session-provider.js'
import { DependencyFailure, withinDeadline } from './within-deadline.js'

/**
 * A provider that cannot hang or answer nonsense: it rejects after `timeoutMs`, and where a user or an organisation has
 * no id, because one without would own everybody's keys that have none, or one that no store would keep. Each failure is
 * reported.
 */
export function guardSession(
  session: SessionProvider,
  timeoutMs: number,
  report: ErrorListener,
): SessionProvider {
  return async function guardedSession(request, options) {
    try {
      return checkUser(await withinDeadline(timeoutMs, () => session(request, options)))
    } catch (error) {
      report(error, { during: 'session' })
      throw error
    }
  }
}

/** What every store has room for, whoever's name it is. */
const idMaxLength = 256

function checkUser(user: SessionUser | null): SessionUser | null {
  if (user === null) return null
  checkId('user', user?.id)
  if (user.organization) checkId('organization', user.organization.id)
  return user
}

function checkId(whose: 'user' | 'organization', id: unknown): void {
  if (typeof id !== 'string' || id.length === 0) throw nonsense(`answered a ${whose} without an id.`)
  if (id.length <= idMaxLength) return
  throw nonsense(
    `answered a ${whose} id of ${id.length} characters. Stores keep at most ${idMaxLength}: answer a shorter one.`,
  )
}

function nonsense(what: string): DependencyFailure {
  return new DependencyFailure(`Latchkey: the session provider ${what}`, { timedOut: false })
}
