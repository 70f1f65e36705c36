'use client'

import { useSyncExternalStore } from 'react'

/**
 * Whether this runs in a browser that listens: false on a server and for the render that takes over what a server
 * rendered, true from then on. Where no server rendered anything it is true at once.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribe, yes, no)
}

const subscribe = () => () => {}
const yes = () => true
const no = () => false
