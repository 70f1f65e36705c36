'use client'

import { useEffect, useMemo } from 'react'
import type { ApiKey } from '../contract/index.js'
import { noSelection, reduceSelection, type SelectionEvent, type SelectionState } from './selection-state.js'
import { useScopedReducer } from './use-scoped-reducer.js'

type Selectable = Pick<ApiKey, 'id' | 'managedBy' | 'revokedAt'>

export interface UseKeySelectionOptions {
  /** Nothing that was selected for one consumer stays for another. */
  consumerId?: string | undefined
}

/** Keys that are chosen to do one thing to all of them. Only what is on the page can be: nobody acts on what they do not see. */
export interface KeySelection {
  ids: ReadonlySet<string>
  count: number
  /** `indeterminate`: some of those that can be. */
  allState: boolean | 'indeterminate'
  isSelected(id: string): boolean
  /** Revoked keys are not, and neither are keys that something else manages. */
  selectable(id: string): boolean
  /** With `range`, everything from the key that was toggled before to this one. */
  toggle(id: string, options?: { range?: boolean | undefined }): void
  /** Selects all that can be, or none where all are. */
  toggleAll(): void
  /** Selects these and no others. */
  set(ids: readonly string[]): void
  clear(): void
}

/** The selection in a list. Survives a refetch; a key that leaves the list leaves the selection, and does not come back with it. */
export function useKeySelection(
  keys: readonly Selectable[],
  options: UseKeySelectionOptions = {},
): KeySelection {
  const [state, dispatch] = useScopedReducer<SelectionState, SelectionEvent>(
    reduceSelection,
    noSelection,
    options.consumerId ?? null,
  )
  const order = useMemo(
    () => keys.filter((key) => key.managedBy === null && key.revokedAt === null).map(({ id }) => id),
    [keys],
  )
  const listed = useMemo(() => reduceSelection(state, { type: 'listed', order }), [state, order])
  // Only where something left the list: a dispatch renders, and most lists come while nothing is selected.
  useEffect(() => {
    if (listed !== state) dispatch({ type: 'listed', order })
  }, [listed, state, order, dispatch])

  return useMemo(() => {
    const { ids } = listed
    const isAll = ids.size > 0 && ids.size === order.length
    const set = (wanted: readonly string[]) =>
      dispatch({ type: 'set', ids: wanted.filter((id) => order.includes(id)) })
    return {
      ids,
      count: ids.size,
      allState: isAll || (ids.size > 0 && 'indeterminate'),
      isSelected: (id) => ids.has(id),
      selectable: (id) => order.includes(id),
      toggle: (id, { range = false } = {}) => dispatch({ type: 'toggled', id, range, order }),
      toggleAll: () => set(isAll ? [] : order),
      set,
      clear: () => set([]),
    }
  }, [listed, order, dispatch])
}
