import { toInstant } from '../../../src/contract/index.js'
import type { NewEvent, UsageEntry } from '../api-key-store.js'
import { backgroundTimeoutMs } from '../background-timeout.js'
import type { Announcer } from '../events/create-announcer.js'
import type { Settings } from '../resolve-options.js'
import { DependencyFailure, withinDeadline } from '../within-deadline.js'
import type { ExpiryGatherer } from './create-expiry-gatherer.js'
import type { NetworkGatherer } from './create-network-gatherer.js'

/** Writes what was gathered, a while after there is something to write. */
export interface Flusher {
  /** Something was gathered. */
  notify(): void
  /** Writes now. Never rejects: a failure is reported, and what was surely not written waits for the next time. */
  flush(): Promise<void>
  /** Stops the timer. */
  stop(): void
}

interface Gatherers {
  usage: { take(): UsageEntry[]; putBack(entries: readonly UsageEntry[]): void }
  refusals: { take(): NewEvent[]; putBack(events: readonly NewEvent[]): void }
  expiries: Pick<ExpiryGatherer, 'peek' | 'settle' | 'isWaiting'>
  /** null: nobody wants to hear of networks. */
  networks?: NetworkGatherer | null
  announcer?: Pick<Announcer, 'announceInTurn' | 'room'> | undefined
}

/** Few enough for one transaction: while it lasts, no change of their keys can be made. */
const entriesAtOnce = 500

interface FlusherSettings extends Pick<Settings, 'store' | 'flushIntervalMs' | 'report' | 'now'> {
  /** Called before each write: about once a second, while there is something to do. */
  lookAtClock: () => void
}

/** @param gatherers asked for when first needed: they in turn notify the flusher */
export function createFlusher(
  { store, flushIntervalMs, report, now, lookAtClock }: FlusherSettings,
  gatherers: () => Gatherers,
): Flusher {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let running: Promise<void> | null = null
  let next: Promise<void> | null = null
  let isMoreGathered = false

  return { notify, flush, stop }

  function notify(): void {
    // A store slower than the interval would else be asked faster than it answers.
    if (running) isMoreGathered = true
    else arm()
  }

  function arm(): void {
    if (timer !== undefined || stopped) return
    timer = setTimeout(() => void flush(), flushIntervalMs)
    // In Node a timer keeps the process alive; usage alone is no reason to. A browser's timer is a number.
    if (typeof timer === 'object') timer.unref()
  }

  /** One at a time. Whoever asks while one runs shares the next: the running one has taken what it writes. */
  function flush(): Promise<void> {
    if (next) return next
    if (!running) return start()
    next = running.then(() => {
      next = null
      return start()
    })
    return next
  }

  function start(): Promise<void> {
    disarm()
    isMoreGathered = false
    running = write().finally(() => {
      running = null
      if (isMoreGathered) arm()
    })
    return running
  }

  function stop(): void {
    stopped = true
    disarm()
  }

  function disarm(): void {
    clearTimeout(timer)
    timer = undefined
  }

  async function write(): Promise<void> {
    lookAtClock()
    const { usage, refusals, expiries, networks, announcer } = gatherers()
    const entries = usage.take()
    if (entries.length > 0) await writeUsage(entries, usage)
    if (networks && announcer) await announceNetworks(networks, announcer)
    await writeExpiries(expiries)
    await writeRefusals(refusals)
  }

  /** Written twice it is what it was, so that whatever failed is tried again. */
  async function writeExpiries(expiries: Gatherers['expiries']): Promise<void> {
    const sightings = expiries.peek(entriesAtOnce)
    if (sightings.length === 0) return
    try {
      await withinDeadline(backgroundTimeoutMs, () => store.recordExpired(sightings))
      expiries.settle(sightings)
    } catch (error) {
      report(error, { during: 'flush' })
    }
    if (expiries.isWaiting()) notify()
  }

  /** For as long as one write may take in all; the rest waits for the next time. */
  async function writeRefusals(refusals: Gatherers['refusals']): Promise<void> {
    const events = refusals.take()
    const endsMs = performance.now() + backgroundTimeoutMs
    let written = 0
    for (const event of events) {
      if (performance.now() >= endsMs) break
      written += 1
      try {
        await withinDeadline(backgroundTimeoutMs, () => store.recordEvent(event))
      } catch (error) {
        report(error, { during: 'flush', keyId: event.keyId })
        // Last, so that an event which no store would take holds up no other.
        if (!mayBeWritten(error)) events.push(event)
        break
      }
    }
    const rest = events.slice(written)
    if (rest.length === 0) return
    refusals.putBack(rest)
    notify()
  }

  async function announceNetworks(
    networks: NetworkGatherer,
    { announceInTurn, room }: Pick<Announcer, 'announceInTurn' | 'room'>,
  ): Promise<void> {
    // What is claimed and not told would never be told, so no more is claimed than can be told now.
    const seen = networks.take(room())
    if (networks.isWaiting()) notify()
    if (seen.length === 0) return
    try {
      const at = now()
      const notices = seen.map(({ keyId, kind, about }) => ({ keyId, kind, about }))
      const claimed = await withinDeadline(backgroundTimeoutMs, () => store.claimNotices(notices, at))
      const consumers = new Map(seen.map(({ keyId, consumerId }) => [keyId, consumerId]))
      for (const { keyId, about } of claimed) {
        const consumerId = consumers.get(keyId)
        if (consumerId === undefined) continue
        void announceInTurn({ type: 'new_network', at: toInstant(at), keyId, consumerId, network: about })
      }
    } catch (error) {
      report(error, { during: 'flush' })
      networks.putBack(seen)
      notify()
    }
  }

  async function writeUsage(entries: UsageEntry[], usage: Gatherers['usage']): Promise<void> {
    for (let from = 0; from < entries.length; from += entriesAtOnce) {
      const part = entries.slice(from, from + entriesAtOnce)
      try {
        if (from > 0) await new Promise((resolve) => setTimeout(resolve))
        await withinDeadline(backgroundTimeoutMs, () => store.recordUsage(part))
      } catch (error) {
        report(error, { during: 'flush' })
        // Counting a part again that may be written could count it twice.
        const left = entries.slice(mayBeWritten(error) ? from + entriesAtOnce : from)
        if (left.length === 0) return
        usage.putBack(left)
        notify()
        return
      }
    }
  }
}

/** What was only late may still be written. */
function mayBeWritten(error: unknown): boolean {
  return error instanceof DependencyFailure && error.timedOut
}
