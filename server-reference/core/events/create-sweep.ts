import type { Settings } from '../resolve-options.js'
import { withinDeadline } from '../within-deadline.js'
import type { Announcer } from './create-announcer.js'
import { judgeDue } from './judge-due.js'
import type { LatchkeyEvent } from './latchkey-event.js'

const keysAtOnce = 500

/**
 * Goes through all keys of all consumers, and announces those that end soon or were not used for long: each once,
 * whichever process comes first. Answers what it announced. Rejects where the store fails; what was claimed before
 * has been announced.
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
      const notices = events.map((event) => toNotice(event))
      const claimed = await ask(() => store.claimNotices(notices, at))
      const isClaimed = new Set(claimed.map(({ keyId, kind }) => `${keyId} ${kind}`))
      for (const event of events) {
        if (!isClaimed.has(`${event.keyId} ${event.type}`)) continue
        announcer.announce(event)
        announced.push(event)
      }
      const last = keys.at(-1)
      if (!last || keys.length < keysAtOnce) return announced
      afterId = last.id
    }
  }

  function ask<T>(work: () => Promise<T>): Promise<T> {
    return withinDeadline(storeTimeoutMs, work)
  }
}

function toNotice(event: NonNullable<ReturnType<typeof judgeDue>>) {
  // An end that was moved, or a use and a further silence, is another thing to say.
  const about = event.type === 'expiring' ? event.endsAt : (event.lastUsedAt ?? 'never')
  return { keyId: event.keyId, kind: event.type, about }
}
