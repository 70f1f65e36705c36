import type { NewEvent, UsageEntry } from '../api-key-store.js'
import type { Settings } from '../resolve-options.js'
import { DependencyFailure, withinDeadline } from '../within-deadline.js'

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
}

/** Nobody waits for this write, so it may take longer than one in a request's way. */
const writeTimeoutMs = 5_000

/** @param gatherers asked for when first needed: they in turn notify the flusher */
export function createFlusher(
  { store, flushIntervalMs, report }: Pick<Settings, 'store' | 'flushIntervalMs' | 'report'>,
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
    const { usage, refusals } = gatherers()
    const entries = usage.take()
    if (entries.length > 0) await writeUsage(entries, usage)
    for (const event of refusals.take()) {
      try {
        await withinDeadline(writeTimeoutMs, () => store.recordEvent(event))
      } catch (error) {
        report(error, { during: 'flush', keyId: event.keyId })
        return
      }
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
