import { redactKeys } from '../../../src/contract/index.js'
import type { KeyRef, NewEvent } from '../api-key-store.js'
import type { Announcer } from '../events/create-announcer.js'
import type { KeySelection } from '../key-selection.js'
import type { Digester } from '../keys/create-digester.js'
import type { Latchkey } from '../latchkey.js'
import type { Sha256 } from '../latchkey-options.js'
import type { Settings } from '../resolve-options.js'
import { withinDeadline } from '../within-deadline.js'
import { toOwnEvent } from './to-own-event.js'
import { walkConsumers, walkKeys } from './walk-keys.js'

/** Revokes what was selected, for whoever runs the server: no person is asked (OP-6). */
export function createRevoker(
  settings: Settings,
  announcer: Announcer,
  { digester, sha256 }: { digester: Digester; sha256: Sha256 },
): Latchkey['revokeKeys'] {
  const { store, now, storeTimeoutMs } = settings
  const ask = <T>(work: () => Promise<T>) => withinDeadline(storeTimeoutMs, work)
  const change = <T>(work: () => Promise<T>) => withinDeadline(store.changeTimeoutMs ?? storeTimeoutMs, work)

  return async function revokeKeys(selection, options = {}) {
    const { actor = null, reason = null, dryRun = false, onKey } = options
    const revoked: string[] = []
    for await (const ref of select(selection)) {
      const isNews = dryRun ? await isRevocable(ref) : await revoke(ref, actor, reason && redactKeys(reason))
      if (!isNews) continue
      revoked.push(ref.id)
      onKey?.(ref.id)
    }
    return revoked
  }

  async function isRevocable(ref: KeyRef): Promise<boolean> {
    const key = await ask(() => store.get(ref))
    return key !== null && key.revokedAt === null
  }

  async function* select(selection: KeySelection): AsyncGenerator<KeyRef, void> {
    if ('secret' in selection) {
      const digests = await digester.candidates(await sha256(selection.secret))
      const ref = await ask(() => store.findByDigest(digests))
      if (ref) yield ref
    } else if ('id' in selection) {
      const { id } = selection
      const consumerId = (await ask(() => store.consumersOf([id]))).get(id)
      if (consumerId !== undefined) yield { id, consumerId }
    } else if ('consumerId' in selection) {
      yield* ofConsumer(selection.consumerId, selection.createdBefore)
    } else {
      const createdBefore = 'all' in selection ? undefined : selection.createdBefore
      for await (const consumerId of walkConsumers(store, ask)) yield* ofConsumer(consumerId, createdBefore)
    }
  }

  async function* ofConsumer(
    consumerId: string,
    createdBefore: string | undefined,
  ): AsyncGenerator<KeyRef, void> {
    const beforeMs = createdBefore === undefined ? Number.POSITIVE_INFINITY : Date.parse(createdBefore)
    if (Number.isNaN(beforeMs))
      throw new Error(`Latchkey: "${createdBefore}" is no instant, so no key was revoked.`)
    for await (const { id, revokedAt, createdAt } of walkKeys(store, ask, consumerId, now)) {
      if (revokedAt === null && Date.parse(createdAt) < beforeMs) yield { id, consumerId }
    }
  }

  async function revoke(ref: KeyRef, actor: NewEvent['actor'], reason: string | null): Promise<boolean> {
    const at = now()
    const event = toOwnEvent(ref, at, { type: 'revoked', actor, reason })
    const key = await change(() => store.revoke({ ref, now: at, reason, event }))
    // One that was revoked before keeps its instant, and is no news.
    if (key?.revokedAt !== event.at) return false
    announcer.announceChange(event)
    return true
  }
}
