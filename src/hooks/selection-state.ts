/** Which keys are selected, and from where a range begins. */
export interface SelectionState {
  ids: ReadonlySet<string>
  /** The key that was toggled last; null: none yet. */
  anchor: string | null
}

export type SelectionEvent =
  /** With `range`, everything from the anchor to this key becomes what this key becomes. */
  | { type: 'toggled'; id: string; range: boolean; order: readonly string[] }
  | { type: 'set'; ids: readonly string[] }
  /** The list is another one now: what is not on it is forgotten. */
  | { type: 'listed'; order: readonly string[] }

export const noSelection: SelectionState = { ids: new Set(), anchor: null }

export function reduceSelection(state: SelectionState, event: SelectionEvent): SelectionState {
  switch (event.type) {
    case 'toggled': {
      const { id, range, order } = event
      if (!order.includes(id)) return state
      const ids = new Set(state.ids)
      const selects = !ids.has(id)
      for (const each of range ? between(order, state.anchor ?? id, id) : [id]) {
        if (selects) ids.add(each)
        else ids.delete(each)
      }
      return { ids, anchor: id }
    }
    case 'set':
      return event.ids.length === 0 ? noSelection : { ids: new Set(event.ids), anchor: null }
    case 'listed': {
      const ids = [...state.ids].filter((id) => event.order.includes(id))
      return ids.length === state.ids.size ? state : { ...state, ids: new Set(ids) }
    }
  }
}

/** Everything from one to the other, both included, in whichever order they stand. */
function between(order: readonly string[], from: string, to: string): readonly string[] {
  const ends = [order.indexOf(from), order.indexOf(to)].filter((index) => index !== -1)
  return order.slice(Math.min(...ends), Math.max(...ends) + 1)
}
