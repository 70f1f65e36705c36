'use client'

import { StatusFilter as FilterPart } from '../parts/status-filter.js'
import { connect } from './connect.js'
import { LateStatusMenu } from './late-menu.js'

/** Which statuses the list shows, with how many keys have each. */
export const StatusFilter = connect('StatusFilter', FilterPart, ({ manager, isLive, look }) => ({
  ...look,
  'aria-disabled': !isLive || manager.view === 'loading' || undefined,
  value: manager.filters.value,
  counts: manager.counts,
  lacks: manager.capabilities?.lacks,
  onToggle: manager.filters.toggle,
  menu: LateStatusMenu,
  onReset: manager.filters.reset,
}))
