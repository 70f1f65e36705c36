'use client'

import { type RefObject, useInsertionEffect, useRef } from 'react'

/** The newest value, for callbacks that must neither go stale nor render again because a host writes them inline. */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value)
  // Before every other effect, so that an effect of this same render already reads the new value.
  useInsertionEffect(() => {
    latest.current = value
  })
  return latest
}
