import { withinDeadline } from '../../core/within-deadline.js'
import { parsePublicKeys } from './parse-public-keys.js'

export interface PublicKeys {
  find(identifier: string): Promise<FoundKey>
}

export type FoundKey =
  | { status: 'found'; key: CryptoKey }
  /** Nobody publishes it. */
  | { status: 'unknown' }
  /** The keys could not be had, so nobody can tell. */
  | { status: 'unavailable'; retryAfterSeconds: number }

/** How long what was fetched is taken for what is published. */
const freshMs = 60 * 60 * 1000

/** Time between two tries, so that nobody makes us ask without end with identifiers that he invents. */
const betweenTriesMs = 60 * 1000

/**
 * The keys that reports are signed with. Fetched when first needed, when they are an hour old, and for an identifier that is
 * not among them; at most once a minute, and once for all who wait. While they cannot be fetched, the last ones hold.
 */
export function createPublicKeys(options: {
  url: string
  fetch: typeof fetch
  timeoutMs: number
  /** Milliseconds from any beginning, that never go back. */
  now: () => number
  onError: (error: unknown) => void
}): PublicKeys {
  const { url, timeoutMs, now, onError } = options
  let keys: ReadonlyMap<string, CryptoKey> = new Map()
  let fetchedAtMs = Number.NEGATIVE_INFINITY
  let triedAtMs = Number.NEGATIVE_INFINITY
  let trying: Promise<void> | null = null

  return {
    async find(identifier) {
      const isFresh = now() - fetchedAtMs < freshMs
      if (!isFresh || !keys.has(identifier)) await refresh()
      const key = keys.get(identifier)
      if (key) return { status: 'found', key }
      // The last try brought nothing, so this one may be new.
      if (fetchedAtMs < triedAtMs) return { status: 'unavailable', retryAfterSeconds: waitSeconds() }
      return { status: 'unknown' }
    },
  }

  function refresh(): Promise<void> {
    if (trying === null && now() - triedAtMs < betweenTriesMs) return Promise.resolve()
    trying ??= refreshNow().finally(() => {
      trying = null
    })
    return trying
  }

  async function refreshNow(): Promise<void> {
    triedAtMs = now()
    try {
      keys = await withinDeadline(timeoutMs, fetchKeys)
      fetchedAtMs = triedAtMs
    } catch (error) {
      onError(error)
    }
  }

  async function fetchKeys(): Promise<ReadonlyMap<string, CryptoKey>> {
    const response = await options.fetch(url, {
      headers: { Accept: 'application/json', 'User-Agent': 'latchkey' },
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    })
    if (!response.ok) throw new Error(`The keys for leak reports were answered with ${response.status}.`)
    return parsePublicKeys(await response.text())
  }

  function waitSeconds(): number {
    return Math.max(1, Math.ceil((triedAtMs + betweenTriesMs - now()) / 1000))
  }
}
