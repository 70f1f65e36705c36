'use client'

import { useState } from 'react'
import type { KeyPage } from '../contract/index.js'
import { isUntouched, type ListState } from './list-state.js'
import { seededAt } from './seeded-at.js'
import { useHydrated } from './use-hydrated.js'

export interface SeedOptions {
  /** The first page as a server rendered it, so that the list needs no request to be there. */
  initialData?: KeyPage | undefined
  /**
   * When that was read, in milliseconds since the epoch: what times are told by until the browser has taken over.
   * @default now, so that it is asked again after 30 s; rendered by a server, which reads no clock for it: the last
   * that is known to have happened to its keys, so that the browser most often asks at once
   */
  initialDataUpdatedAt?: number | undefined
  consumerId?: string | undefined
}

/** The seed, for as long as it answers what is asked: the first page, unfiltered, of the consumer it was given for. */
export function useSeed(options: SeedOptions, state: ListState): Seed {
  const { initialData, initialDataUpdatedAt, consumerId } = options
  const isLive = useHydrated()
  const [seeded] = useState(consumerId)
  if (!initialData || consumerId !== seeded || !isUntouched(state)) return {}
  return { initialData, initialDataUpdatedAt: isLive ? initialDataUpdatedAt : seededAt(options, 0) }
}

type Seed = Pick<SeedOptions, 'initialData' | 'initialDataUpdatedAt'>
