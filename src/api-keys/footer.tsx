'use client'

import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { slotClass } from '../parts/slot-class.js'
import { SummaryLine } from '../parts/summary-line.js'
import { useManagerScope } from './manager-context.js'
import { Pagination } from './pagination.js'

/** Below the list: how many keys there are and what is worth knowing of them; and its children, or else the pages. */
export const Footer = forwardRef<HTMLDivElement, ComponentPropsWithoutRef<'div'>>(function Footer(
  { className, children = <Pagination />, ...rest },
  ref,
) {
  const { manager, look } = useManagerScope()
  const { view, counts, search, filters } = manager
  const isNarrowed = search.debouncedValue !== '' || filters.activeCount > 0
  const hidden = isNarrowed ? 0 : (counts?.revokedLongAgo ?? 0)
  if (view === 'error' || view === 'offline' || (view === 'empty' && hidden === 0)) return null
  return (
    <div {...rest} ref={ref} className={slotClass('listFooter', look.classNames, className)}>
      {counts ? (
        <SummaryLine
          {...look}
          counts={counts}
          hiddenCount={hidden}
          onShowHidden={() => filters.set(['revoked'])}
        />
      ) : null}
      {children}
    </div>
  )
})
