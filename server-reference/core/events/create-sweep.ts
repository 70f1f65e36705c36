import type { Settings } from '../resolve-options.js'
import { withinDeadline } from '../within-deadline.js'
import type { Announcer } from './create-announcer.js'
import { judgeDue } from './judge-due.js'
import type { LatchkeyEvent } from './latchkey-event.js'

const keysAtOnce = 500

/**
 * Goes through all keys of all consumers, and announces those that end soon or were not used for long: each once,
 * whichever process comes first. Answers what it announced. Rejects where the store fails; what was claimed before
 * has been announced. Claims no more than can be told at once, and waits for a slow listener: what is claimed and not
 * told would never be told.
 */
export function createSweep(settings: Settings, announcer: Announcer): () => Promise<LatchkeyEvent[]> {
  const { store, policy, now, storeTimeoutMs } = settings

  return async function sweep() {
    const at = now()
    const rule = {
      now: at,
      endsBeforeMs: at + policy.warnBeforeSeconds * 1000,
      unusedSinceMs: policy.staleAfterSeconds === null ? -1 : at - policy.staleAfterSeconds * 1000,
    }
    const announced: LatchkeyEvent[] = []
    for (let afterId = ''; ; ) {
      const keys = await ask(() => store.findDue({ ...rule, afterId, limit: keysAtOnce }))
      const events = keys.flatMap((key) => judgeDue(key, rule) ?? [])
      while (events.length > 0) {
        for (const event of await claim(events.splice(0, Math.max(1, announcer.room())), at)) {
          await announcer.announceInTurn(event)
          announced.push(event)
        }
      }
      const last = keys.at(-1)
      if (!last || keys.length < keysAtOnce) return announced
      afterId = last.id
    }
  }

  async function claim(events: readonly DueEvent[], at: number): Promise<DueEvent[]> {
    const notices = events.map((event) => toNotice(event))
    const claimed = await ask(() => store.claimNotices(notices, at))
    const isClaimed = new Set(claimed.map(({ keyId, kind }) => `${keyId} ${kind}`))
    return events.filter(({ keyId, type }) => isClaimed.has(`${keyId} ${type}`))
  }

  function ask<T>(work: () => Promise<T>): Promise<T> {
    return withinDeadline(storeTimeoutMs, work)
  }
}

type DueEvent = NonNullable<ReturnType<typeof judgeDue>>

function toNotice(event: DueEvent) {
  // An end that was moved, or a use and a further silence, is another thing to say.
  const about = event.type === 'expiring' ? event.endsAt : (event.lastUsedAt ?? 'never')
  return { keyId: event.keyId, kind: event.type, about }
}
