'use client'

import { useSyncExternalStore } from 'react'

/**
 * Whether this runs in a browser that listens: false on a server and for the render that takes over what a server
 * rendered, true from then on. Where no server rendered anything it is true at once. Until then no clock is read, and
 * no query is asked: TanStack Query would read one to know whether what was prefetched is stale.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribe, yes, no)
}

const subscribe = () => () => {}
const yes = () => true
const no = () => false
