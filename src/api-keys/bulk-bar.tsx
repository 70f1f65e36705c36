'use client'

import { LatePart } from './late-part.js'
import { lateParts } from './late-parts.js'
import { useManagerScope } from './manager-context.js'

/** The bar for what is selected, and the question before something is done to all of it. Fetched after the list. */
export function BulkBar() {
  const { manager, announce, look } = useManagerScope()
  const { selection, dialog } = manager
  return (
    <LatePart
      {...look}
      announce={announce}
      late={lateParts}
      pick={({ SelectionBar }) => SelectionBar}
      isWanted={selection.count > 0 || dialog.state?.type === 'bulk'}
      props={{}}
    />
  )
}
