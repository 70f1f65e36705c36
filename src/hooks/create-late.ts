import { LatchkeyError } from '../client/index.js'
import { notLoaded } from '../client/not-loaded.js'
import { assertOnline } from './assert-online.js'

/** Something that is fetched when somebody first needs it. */
export interface Late<T> {
  /** null: not here yet. */
  loaded(): T | null
  /**
   * Fetches it, once. Rejects with `not_loaded` where it does not come, or not in time; the next call asks the browser
   * again, which may remember the failure until the page is reloaded. So nothing is tried while `offline`, which is the
   * error then.
   */
  load(): Promise<T>
}

/** How long it may take, in milliseconds: a network that says nothing must not hold a dialog open for good. */
const patienceMs = 15_000

export function createLate<T>(fetchIt: () => Promise<T>): Late<T> {
  let loaded: T | null = null
  let loading: Promise<T> | null = null

  async function attempt(): Promise<T> {
    assertOnline()
    let timer: ReturnType<typeof setTimeout> | undefined
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patienceMs)
    })
    loaded = await Promise.race([fetchIt(), tooLate]).finally(() => clearTimeout(timer))
    return loaded
  }

  function giveUp(cause: unknown): never {
    loading = null
    if (cause instanceof LatchkeyError) throw cause
    throw notLoaded(cause)
  }

  return {
    loaded: () => loaded,
    load() {
      loading ??= attempt().catch(giveUp)
      return loading
    },
  }
}
