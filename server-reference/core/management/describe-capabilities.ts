import { type Capabilities, type OperationName, operationNames } from '../../../src/contract/index.js'
import type { Caller, Outcome } from '../latchkey.js'
import { chooseConsumer } from './choose-consumer.js'
import type { SharedContext } from './management-context.js'
import { permit } from './permit.js'

/** What a service can do, and how soon a revocation is felt everywhere. */
interface Offer {
  operations: readonly OperationName[]
  revocationBoundMs: number
}

/** All of the contract, and VF-6: what every store promises, however many instances there are. */
const ownOffer: Offer = { operations: operationNames, revocationBoundMs: 1000 }

/** What this server enforces, and which operations it would let this person do: the UI shows no others. */
export async function describeCapabilities(
  context: SharedContext,
  caller: Caller,
  named: string | null,
  { operations, revocationBoundMs }: Offer = ownOffer,
): Promise<Outcome<Capabilities>> {
  const { environments, policy } = context.settings
  const chosen = await chooseConsumer(context, caller, named, 'capabilities')
  if (!chosen) return { ok: false, code: 'forbidden' }
  const permitted = await Promise.all(
    operations.map(async (name) => {
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
