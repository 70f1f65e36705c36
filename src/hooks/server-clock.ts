import type { ApiKeyClient } from '../client/index.js'

/** From here on a clock counts as wrong, in milliseconds. Less is the time that an answer takes. */
const toleratedMs = 120_000

/** This machine's clock, put right by the server's where it is off by minutes: no key expires early, nothing counts below nought. */
export function createServerClock(client: ApiKeyClient): () => number {
  return () => {
    const offsetMs = client.clockOffsetMs?.() ?? 0
    return Date.now() + (Math.abs(offsetMs) > toleratedMs ? offsetMs : 0)
  }
}
