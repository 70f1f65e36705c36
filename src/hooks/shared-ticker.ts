/** One interval for everybody who counts at the same pace, so that a page of countdowns has one timer. */
const tickers = new Map<number, { timer: ReturnType<typeof setInterval>; listeners: Set<() => void> }>()

/** Calls back at a pace, until the answer is called. */
export function onTick(everyMs: number, listener: () => void): () => void {
  let ticker = tickers.get(everyMs)
  if (!ticker) {
    const listeners = new Set<() => void>()
    const timer = setInterval(() => {
      for (const each of [...listeners]) each()
    }, everyMs)
    ticker = { timer, listeners }
    tickers.set(everyMs, ticker)
  }
  const { listeners, timer } = ticker
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    tickers.delete(everyMs)
  }
}
