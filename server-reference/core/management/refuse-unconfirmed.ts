import type { Caller } from '../latchkey.js'
import type { Confirm } from '../latchkey-options.js'
import type { SharedContext } from './management-context.js'

const refusal = { ok: false, code: 'reauthentication_required' } as const

/** Asks the app whether this person has shown lately that it is them (MG-15). null: they have, or nobody wants to know. */
export async function refuseUnconfirmed(
  { settings, ask }: SharedContext,
  { user }: Caller,
  consumerId: string,
  action: Parameters<Confirm>[0]['action'],
): Promise<typeof refusal | null> {
  const { confirm } = settings
  if (!confirm) return null
  // Any answer but a plain yes is a no.
  return (await ask(() => confirm({ user, consumerId, action }))) === true ? null : refusal
}
