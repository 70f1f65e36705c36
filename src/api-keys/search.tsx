'use client'

import { type ComponentPropsWithoutRef, forwardRef, useContext } from 'react'
import { SearchField } from '../parts/search-field.js'
import { connect } from './connect.js'
import { PastedBelow, PastedKey } from './pasted-key.js'

const Field = connect('SearchField', SearchField, ({ manager, isLive, look }) => ({
  ...look,
  disabled: !isLive || manager.view === 'loading',
  value: manager.search.value,
  onValueChange: manager.search.set,
}))

/** Finds keys by name, and the one that somebody pastes, of which it says whose it is. The ref is the input's. */
export const Search = forwardRef<HTMLInputElement, ComponentPropsWithoutRef<typeof Field>>(
  function Search(props, ref) {
    const isBelow = useContext(PastedBelow)
    return (
      <>
        <Field {...props} ref={ref} />
        {isBelow ? null : <PastedKey />}
      </>
    )
  },
)
