import { toInstant } from '../../../src/contract/index.js'
import type { NewEvent, StoreKeyPage } from '../api-key-store.js'
import type { Announcer } from '../events/create-announcer.js'
import type { ConsumerControl } from '../latchkey.js'
import type { Settings } from '../resolve-options.js'
import { withinDeadline } from '../within-deadline.js'

const keysAtOnce = 100

/** What the app does to a consumer as a whole. Takes effect within the revocation's bound, on every instance (VF-16). */
export function createConsumers(settings: Settings, announcer: Announcer): ConsumerControl {
  const { store, now, storeTimeoutMs } = settings
  const ask = <T>(work: () => Promise<T>) => withinDeadline(storeTimeoutMs, work)

  return {
    suspend,
    async resume(consumerId, { actor = null } = {}) {
      const at = toInstant(now())
      await ask(() => store.suspendConsumer(consumerId, null))
      announcer.announce({ type: 'consumer_resumed', at, keyId: null, consumerId, actor })
    },
    async remove(consumerId, { actor = null } = {}) {
      // First the one write that refuses all of its keys; then each for good, however many there are.
      await suspend(consumerId, { actor })
      for (let cursor: string | null = null; ; ) {
        const from: string | null = cursor
        const page: StoreKeyPage = await ask(() =>
          store.list({
            consumerId,
            now: now(),
            search: null,
            statuses: null,
            sort: 'createdAt',
            limit: keysAtOnce,
            cursor: from,
            warnBeforeSeconds: 0,
            staleAfterSeconds: null,
          }),
        )
        if (!page.ok) throw new Error('Latchkey: a store refused its own cursor.')
        for (const { id, revokedAt } of page.keys) {
          if (revokedAt === null) await revoke(id, consumerId, actor)
        }
        cursor = page.page.nextCursor
        if (cursor === null) return
      }
    },
  }

  async function suspend(
    consumerId: string,
    { actor = null }: { actor?: NewEvent['actor'] | undefined } = {},
  ) {
    const at = toInstant(now())
    await ask(() => store.suspendConsumer(consumerId, at))
    announcer.announce({ type: 'consumer_suspended', at, keyId: null, consumerId, actor })
  }

  async function revoke(id: string, consumerId: string, actor: NewEvent['actor']): Promise<void> {
    const at = now()
    const reason = 'consumer removed'
    const event: NewEvent = {
      keyId: id,
      consumerId,
      type: 'revoked',
      at: toInstant(at),
      actor,
      address: null,
      userAgent: null,
      reason,
      changes: [],
    }
    await ask(() => store.revoke({ ref: { id, consumerId }, now: at, reason, event }))
    announcer.announceChange(event)
  }
}
