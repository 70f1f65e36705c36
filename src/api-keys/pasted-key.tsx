'use client'

import { createContext } from 'react'
import { LatePart } from './late-part.js'
import { lateParts } from './late-parts.js'
import { useManagerScope } from './manager-context.js'

/** Whether somebody around the search says below it whose key was pasted; else the search says so itself. */
export const PastedBelow = createContext(false)

/** Whose key it is that somebody pasted into the search, and what can be done about it. Fetched after the list. */
export function PastedKey() {
  const { manager, announce, look } = useManagerScope()
  return (
    <LatePart
      {...look}
      announce={announce}
      late={lateParts}
      pick={({ WhoseKey }) => WhoseKey}
      isWanted={manager.search.pasted !== null}
      props={{}}
    />
  )
}
