import type { ErrorListener } from './latchkey-options.js'
import type { SessionProvider, SessionUser } from './session-provider.js'
import { DependencyFailure, withinDeadline } from './within-deadline.js'

/**
 * A provider that cannot hang or answer nonsense: it rejects after `timeoutMs`, and where a user has no id, because
 * a person without one would own everybody's keys that have none. Each failure is reported.
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

function checkUser(user: SessionUser | null): SessionUser | null {
  if (user === null) return null
  if (typeof user?.id === 'string' && user.id.length > 0) return user
  throw new DependencyFailure('Latchkey: the session provider answered a user without an id.', {
    timedOut: false,
  })
}
