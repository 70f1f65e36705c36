import { type Capabilities, operationNames } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import { chooseConsumer } from './choose-consumer.js'
import type { ManagementContext } from './management-context.js'
import { permit } from './permit.js'

/** VF-6: what every store promises, however many instances there are. */
const revocationBoundMs = 1000

/** What this server enforces, and which operations it would let this person do: the UI shows no others. */
export async function describeCapabilities(
  context: ManagementContext,
  caller: Caller,
  named: string | null,
): Promise<Outcome<Capabilities>> {
  const { environments, policy } = context.settings
  const chosen = await chooseConsumer(context, caller, named, 'capabilities')
  if (!chosen) return { ok: false, code: 'forbidden' }
  const permitted = await Promise.all(
    operationNames.map(async (name) => {
      const permission = await permit(context, caller, chosen.consumerId, name)
      return permission.granted ? [name] : []
    }),
  )
  return {
    ok: true,
    value: {
      operations: permitted.flat(),
      environments: [...environments],
      maxKeys: policy.maxKeys,
      expiry: policy.expiry,
      rotation: policy.rotation,
      staleAfterSeconds: policy.staleAfterSeconds,
      revocationBoundMs,
    },
  }
}
