'use client'

import type { MenuProps } from '../parts/menu.js'
import type { RowMenuProps } from '../parts/row-menu.js'
import { LatePart } from './late-part.js'
import { lateParts } from './late-parts.js'
import { useManagerScope } from './manager-context.js'

/** The menu of the toolbar's buttons: there as soon as it is fetched. */
export function LateMenu(props: MenuProps) {
  const { announce, look } = useManagerScope()
  return (
    <LatePart
      {...look}
      announce={announce}
      late={lateParts}
      pick={({ Menu }) => Menu}
      isWanted
      props={props}
    />
  )
}

export function LateRowMenu(props: RowMenuProps) {
  const { announce, look } = useManagerScope()
  return (
    <LatePart
      {...look}
      announce={announce}
      late={lateParts}
      pick={({ RowMenu }) => RowMenu}
      isWanted
      props={props}
    />
  )
}
