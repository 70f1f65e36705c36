import { toInstant } from '../../../src/contract/index.js'
import type { ConsumerEvent } from '../api-key-store.js'
import type { Announcer } from '../events/create-announcer.js'
import type { ConsumerControl, Latchkey } from '../latchkey.js'
import type { Settings } from '../resolve-options.js'
import { withinDeadline } from '../within-deadline.js'

/** Why a key ended, for its log. */
const reason = 'consumer removed'

/** What the app does to a consumer as a whole. Takes effect within the revocation's bound, on every instance (VF-16). */
export function createConsumers(
  settings: Settings,
  announcer: Announcer,
  revokeKeys: Latchkey['revokeKeys'],
): ConsumerControl {
  const { store, now, storeTimeoutMs } = settings
  const timeoutMs = store.changeTimeoutMs ?? storeTimeoutMs

  return {
    suspend: (consumerId, options) => change('consumer_suspended', consumerId, options),
    resume: (consumerId, options) => change('consumer_resumed', consumerId, options),
    async remove(consumerId, { actor = null } = {}) {
      // First the one write that refuses all of its keys; then each for good, however many there are.
      await change('consumer_suspended', consumerId, { actor, reason })
      await revokeKeys({ consumerId }, { actor, reason })
    },
  }

  async function change(
    type: ConsumerEvent['type'],
    consumerId: string,
    { actor = null, reason = null }: Parameters<ConsumerControl['suspend']>[1] = {},
  ): Promise<void> {
    const about = { type, at: toInstant(now()), keyId: null, consumerId, actor, reason }
    const suspendedAt = type === 'consumer_suspended' ? about.at : null
    const event = { ...about, address: null, userAgent: null, changes: [] }
    await withinDeadline(timeoutMs, () => store.suspendConsumer(consumerId, suspendedAt, event))
    announcer.announce(about)
  }
}
