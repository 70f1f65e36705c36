import type { ComponentType } from 'react'

/** A component that is fetched when somebody first needs it. */
export interface Late<P> {
  /** null: not here yet. */
  loaded(): ComponentType<P> | null
  /** Fetches it, once. After a failure the next call tries again: `React.lazy` would remember it for ever. */
  load(): Promise<ComponentType<P>>
}

export function createLate<P>(fetchIt: () => Promise<ComponentType<P>>): Late<P> {
  let loaded: ComponentType<P> | null = null
  let loading: Promise<ComponentType<P>> | null = null

  async function attempt(): Promise<ComponentType<P>> {
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
