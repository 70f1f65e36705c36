'use client'

import { SearchField } from '../parts/search-field.js'
import { connect } from './connect.js'

/** Finds keys by name, and the one that somebody pastes. The ref is the input's. */
export const Search = connect('Search', SearchField, ({ manager, isLive, look }) => ({
  ...look,
  disabled: !isLive || manager.view === 'loading',
  value: manager.search.value,
  onValueChange: manager.search.set,
}))
