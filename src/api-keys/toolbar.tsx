'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'
import { keyMenu } from '../hooks/key-menu.js'
import { IdentifiedKey } from '../parts/identified-key.js'
import { slotClass } from '../parts/slot-class.js'
import { useManagerScope } from './manager-context.js'
import { Search } from './search.js'
import { SortMenu } from './sort-menu.js'
import { StatusFilter } from './status-filter.js'

/**
 * What the list is asked for: its children, or else search, filter and sort; and whose key it is that somebody
 * pasted. Not there where there is nothing to look through.
 */
export const Toolbar = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function Toolbar(
  { className, children, ...rest },
  ref,
) {
  const { manager, look } = useManagerScope()
  const { view, search } = manager
  const { pasted } = search
  if (search.value === '' && (view === 'empty' || view === 'error' || view === 'offline')) return null
  return (
    <>
      <div {...rest} ref={ref} className={slotClass('toolbar', look.classNames, className)}>
        {children ?? (
          <>
            <Search />
            <StatusFilter />
            <SortMenu />
          </>
        )}
      </div>
      {pasted ? (
        <IdentifiedKey
          {...look}
          status={pasted.status}
          {...(pasted.status === 'found' ? whatToDo(manager, pasted.key.id, pasted.key.name) : null)}
        />
      ) : null}
    </>
  )
})

/** What can be done with a key that leaked: dialogs are about keys on the page, where the search has put it. */
function whatToDo({ apiKeys, actions, dialog }: ApiKeyManagerState, id: string, name: string) {
  const key = apiKeys.find((each) => each.id === id)
  const entries = key ? keyMenu(key, (action) => actions[action]) : []
  const offer = (type: 'rotate' | 'revoke', wanted: readonly string[]) =>
    entries.some(({ entry, gate }) => wanted.includes(entry) && gate.allowed)
      ? () => dialog.open({ type, id })
      : undefined
  return {
    name,
    onRotate: offer('rotate', ['rotate']),
    onRevoke: offer('revoke', ['revoke', 'revokeOld']),
  }
}
