import type { OperationName } from '../../../src/contract/index.js'
import type { Caller } from '../latchkey.js'
import type { SharedContext } from './management-context.js'

/** What a person may do to a consumer's keys. */
export type Permission = { granted: false } | { granted: true; scopes: ReadonlySet<string> }

const denied = { granted: false } as const

/**
 * Asks the app's rule. `scopes` is what the person may grant: the catalogue, narrowed where the rule narrows it
 * (MG-5). Any answer that is neither `true` nor a list of scopes is a no.
 */
export async function permit(
  { settings, ask }: SharedContext,
  { user }: Caller,
  consumerId: string,
  action: OperationName,
): Promise<Permission> {
  const answer: unknown = await ask(() => settings.authorize({ user, consumerId, action }))
  const catalogue = settings.scopes.map(({ name }) => name)
  if (answer === true) return { granted: true, scopes: new Set(catalogue) }
  if (typeof answer !== 'object' || answer === null || !('scopes' in answer)) return denied
  const { scopes } = answer
  if (!Array.isArray(scopes)) return denied
  return { granted: true, scopes: new Set(catalogue.filter((name) => scopes.includes(name))) }
}
