import type { Caller, Outcome } from '../latchkey.js'
import type { ManagementContext } from './management-context.js'
import { permit } from './permit.js'

/** Which key has this SHA-256: the browser hashes what was pasted, so that the secret never travels. */
export async function identifyKey(
  context: ManagementContext,
  caller: Caller,
  sha256: string,
): Promise<Outcome<{ id: string }>> {
  const digests = await context.digester.candidates(sha256)
  const ref = await context.ask(() => context.settings.store.findByDigest(digests))
  if (!ref) return { ok: false, code: 'not_found' }
  const permission = await permit(context, caller, ref.consumerId, 'identify')
  return permission.granted ? { ok: true, value: { id: ref.id } } : { ok: false, code: 'not_found' }
}
