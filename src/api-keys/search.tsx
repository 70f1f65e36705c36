'use client'

import { type ComponentPropsWithoutRef, forwardRef, useContext } from 'react'
import { SearchField } from '../parts/search-field.js'
import { connect } from './connect.js'
import { useManagerScope } from './manager-context.js'
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
    const { manager, look } = useManagerScope()
    // Where a pasted key cannot be found nobody is invited to paste one: it would be searched for, in the open.
    const isFound = manager.capabilities?.operations.includes('identify') !== false
    return (
      <>
        <Field {...(!isFound && { placeholder: look.strings.search.label })} {...props} ref={ref} />
        {isBelow ? null : <PastedKey />}
      </>
    )
  },
)
