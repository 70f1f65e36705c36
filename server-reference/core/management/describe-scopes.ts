import type { ScopeCatalogue, ScopePreset } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import { chooseConsumer } from './choose-consumer.js'
import type { SharedContext } from './management-context.js'

/** The scopes that this person may grant to this consumer's keys, and named choices of them. */
export async function describeScopes(
  context: SharedContext,
  caller: Caller,
  consumerId: string | null,
): Promise<Outcome<ScopeCatalogue>> {
  const chosen = await chooseConsumer(context, caller, consumerId, 'scopes')
  if (!chosen) return { ok: false, code: 'forbidden' }
  const scopes = context.settings.scopes.filter(({ name }) => chosen.grantable.has(name))
  const full = scopes.map(({ name }) => name)
  const presets: ScopePreset[] = [
    { name: 'full', scopes: full },
    { name: 'read', scopes: full.filter(isForReading) },
  ]
  return {
    ok: true,
    value: { scopes: [...scopes], presets: presets.filter((preset) => preset.scopes.length > 0) },
  }
}

/** `orders:read`, `orders.read` or `read:orders`: where a scope's name says so, it only reads. */
function isForReading(scope: string): boolean {
  return /(?:^|[:./])read(?:$|[:./])/.test(scope)
}
