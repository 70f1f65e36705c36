'use client'

import { SortMenu as MenuPart } from '../parts/sort-menu.js'
import { connect } from './connect.js'
import { LateOrderMenu } from './late-menu.js'

/** In which order the list is. Where the list is a table, its headings do the same. */
export const SortMenu = connect('SortMenu', MenuPart, ({ manager, isLive, look }) => ({
  ...look,
  'aria-disabled': !isLive || manager.view === 'loading' || undefined,
  value: manager.sort.value,
  menu: LateOrderMenu,
  onSort: manager.sort.set,
}))
