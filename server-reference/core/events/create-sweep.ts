import { toInstant } from '../../../src/contract/index.js'
import type { DuePage, DueQuery } from '../api-key-store.js'
import { backgroundTimeoutMs } from '../background-timeout.js'
import type { Settings } from '../resolve-options.js'
import { withinDeadline } from '../within-deadline.js'
import type { Announcer } from './create-announcer.js'
import { judgeDue } from './judge-due.js'
import type { LatchkeyEvent } from './latchkey-event.js'

/** Looked at by one read; few enough for a database that is busy. */
const keysAtOnce = 1_000

/** Deleted by one write. */
const daysAtOnce = 1_000

const dayMs = 24 * 60 * 60 * 1000

/**
 * Looks for keys of all consumers, and announces those that end soon or were not used for long: each once,
 * whichever process comes first. Answers what it announced. Rejects where the store fails; what was claimed before
 * has been announced. Claims no more than can be told at once, and waits for a slow listener: what is claimed and not
 * told would never be told. At last it deletes the usage of days that need not be kept.
 */
export function createSweep(settings: Settings, announcer: Announcer): () => Promise<LatchkeyEvent[]> {
  const { store, policy, now, keepUsageDays } = settings

  return async function sweep() {
    const at = now()
    const rule = {
      now: at,
      endsBeforeMs: at + policy.warnBeforeSeconds * 1000,
      unusedSinceMs: policy.staleAfterSeconds === null ? -1 : at - policy.staleAfterSeconds * 1000,
    }
    const announced = await look({ kind: 'expiring', ...rule })
    if (policy.staleAfterSeconds !== null) announced.push(...(await look({ kind: 'stale', ...rule })))
    if (keepUsageDays !== null) await forgetUsage(at - (keepUsageDays - 1) * dayMs)
    return announced
  }

  async function look(rule: Omit<DueQuery, 'cursor' | 'limit'>): Promise<LatchkeyEvent[]> {
    const announced: LatchkeyEvent[] = []
    for (let cursor: string | null = null; ; ) {
      const from: string | null = cursor
      const page: DuePage = await ask(() => store.findDue({ ...rule, cursor: from, limit: keysAtOnce }))
      const events = page.keys.flatMap((key) => judgeDue(key, rule) ?? [])
      while (events.length > 0) {
        for (const event of await claim(events.splice(0, Math.max(1, announcer.room())), rule.now)) {
          await announcer.announceInTurn(event)
          announced.push(event)
        }
      }
      cursor = page.nextCursor
      if (cursor === null) return announced
    }
  }

  async function forgetUsage(beforeMs: number): Promise<void> {
    const beforeDay = toInstant(Math.max(0, beforeMs)).slice(0, 10)
    while ((await ask(() => store.forgetUsage(beforeDay, daysAtOnce))) === daysAtOnce) {
      // Between two deletions, other writes have their turn.
      await new Promise((resolve) => setTimeout(resolve))
    }
  }

  async function claim(events: readonly DueEvent[], at: number): Promise<DueEvent[]> {
    const notices = events.map((event) => toNotice(event))
    const claimed = await ask(() => store.claimNotices(notices, at))
    const isClaimed = new Set(claimed.map(({ keyId, kind }) => `${keyId} ${kind}`))
    return events.filter(({ keyId, type }) => isClaimed.has(`${keyId} ${type}`))
  }

  function ask<T>(work: () => Promise<T>): Promise<T> {
    return withinDeadline(backgroundTimeoutMs, work)
  }
}

type DueEvent = NonNullable<ReturnType<typeof judgeDue>>

function toNotice(event: DueEvent) {
  // An end that was moved, or a use and a further silence, is another thing to say.
  const instant = event.type === 'expiring' ? event.endsAt : event.lastUsedAt
  const about = instant === null ? 'never' : String(Date.parse(instant))
  return { keyId: event.keyId, kind: event.type, about }
}
