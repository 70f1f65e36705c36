'use client'

import type { ComponentType } from 'react'
import { LatePart } from './late-part.js'
import { type LaterParts, lateParts } from './late-parts.js'
import { useManagerScope } from './manager-context.js'

export const LateRowMenu = lateMenu(({ RowMenu }) => RowMenu)
export const LateStatusMenu = lateMenu(({ StatusMenu }) => StatusMenu)
export const LateOrderMenu = lateMenu(({ OrderMenu }) => OrderMenu)

/** A menu that is there as soon as it is fetched. */
function lateMenu<P extends object>(pick: (arrived: LaterParts) => ComponentType<P>) {
  return function LateMenu(props: P) {
    const { announce, look } = useManagerScope()
    return <LatePart {...look} announce={announce} late={lateParts} pick={pick} isWanted props={props} />
  }
}
