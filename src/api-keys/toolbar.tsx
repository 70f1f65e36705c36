'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { slotClass } from '../parts/slot-class.js'
import { useManagerScope } from './manager-context.js'
import { PastedBelow, PastedKey } from './pasted-key.js'
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
  if (search.value === '' && (view === 'empty' || view === 'error' || view === 'offline')) return null
  return (
    <PastedBelow.Provider value>
      <div {...rest} ref={ref} className={slotClass('toolbar', look.classNames, className)}>
        {children ?? (
          <>
            <Search />
            <StatusFilter />
            <SortMenu />
          </>
        )}
      </div>
      <PastedKey />
    </PastedBelow.Provider>
  )
})
