/** Something that is fetched when somebody first needs it. */
export interface Late<T> {
  /** null: not here yet. */
  loaded(): T | null
  /** Fetches it, once. After a failure the next call tries again: `React.lazy` would remember it for ever. */
  load(): Promise<T>
}

export function createLate<T>(fetchIt: () => Promise<T>): Late<T> {
  let loaded: T | null = null
  let loading: Promise<T> | null = null

  async function attempt(): Promise<T> {
    try {
      loaded = await fetchIt()
      return loaded
    } catch (cause) {
      loading = null
      throw cause
    }
  }

  return {
    loaded: () => loaded,
    load() {
      loading ??= attempt()
      return loading
    },
  }
}
