import { toInstant } from '../../../src/contract/index.js'
import type { NewEvent, UsageEntry } from '../api-key-store.js'
import type { Announcer } from '../events/create-announcer.js'
import type { Settings } from '../resolve-options.js'
import { DependencyFailure, withinDeadline } from '../within-deadline.js'
import type { NetworkGatherer } from './create-network-gatherer.js'

/** Writes what was gathered, a while after there is something to write. */
export interface Flusher {
  /** Something was gathered. */
  notify(): void
  /** Writes now. Never rejects: a failure is reported, and usage that was surely not written waits for the next time. */
  flush(): Promise<void>
  /** Stops the timer. */
  stop(): void
}

interface Gatherers {
  usage: { take(): UsageEntry[]; putBack(entries: readonly UsageEntry[]): void }
  refusals: { take(): NewEvent[] }
  /** null: nobody wants to hear of networks. */
  networks?: NetworkGatherer | null
  announcer?: Pick<Announcer, 'announce'> | undefined
}

/** Nobody waits for this write, so it may take longer than one in a request's way. */
const writeTimeoutMs = 5_000

/** @param gatherers asked for when first needed: they in turn notify the flusher */
export function createFlusher(
  { store, flushIntervalMs, report, now }: Pick<Settings, 'store' | 'flushIntervalMs' | 'report' | 'now'>,
  gatherers: () => Gatherers,
): Flusher {
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let running: Promise<void> = Promise.resolve()

  return { notify, flush, stop }

  function notify(): void {
    if (timer !== undefined || stopped) return
    timer = setTimeout(() => {
      timer = undefined
      void flush()
    }, flushIntervalMs)
    // In Node a timer keeps the process alive; usage alone is no reason to. A browser's timer is a number.
    if (typeof timer === 'object') timer.unref()
  }

  /** One at a time and in order; a caller waits for all that was gathered before its call. */
  function flush(): Promise<void> {
    running = running.then(write)
    return running
  }

  function stop(): void {
    stopped = true
    clearTimeout(timer)
  }

  async function write(): Promise<void> {
    const { usage, refusals, networks, announcer } = gatherers()
    const entries = usage.take()
    if (entries.length > 0) await writeUsage(entries, usage)
    if (networks && announcer) await announceNetworks(networks, announcer)
    for (const event of refusals.take()) {
      try {
        await withinDeadline(writeTimeoutMs, () => store.recordEvent(event))
      } catch (error) {
        report(error, { during: 'flush', keyId: event.keyId })
        return
      }
    }
  }

  async function announceNetworks(
    networks: NetworkGatherer,
    { announce }: Pick<Announcer, 'announce'>,
  ): Promise<void> {
    const seen = networks.take()
    if (seen.length === 0) return
    try {
      const at = now()
      const notices = seen.map(({ keyId, kind, about }) => ({ keyId, kind, about }))
      const claimed = await withinDeadline(writeTimeoutMs, () => store.claimNotices(notices, at))
      const consumers = new Map(seen.map(({ keyId, consumerId }) => [keyId, consumerId]))
      for (const { keyId, about } of claimed) {
        const consumerId = consumers.get(keyId)
        if (consumerId === undefined) continue
        announce({ type: 'new_network', at: toInstant(at), keyId, consumerId, network: about })
      }
    } catch (error) {
      report(error, { during: 'flush' })
      networks.putBack(seen)
      notify()
    }
  }

  async function writeUsage(entries: UsageEntry[], usage: Gatherers['usage']): Promise<void> {
    try {
      await withinDeadline(writeTimeoutMs, () => store.recordUsage(entries))
    } catch (error) {
      report(error, { during: 'flush' })
      // What was only late may still be written; counting it again could count it twice.
      if (error instanceof DependencyFailure && error.timedOut) return
      usage.putBack(entries)
      notify()
    }
  }
}
