'use client'

import { useCallback, useReducer } from 'react'

/**
 * A reducer that begins anew when its scope changes, in the very render in which it changes: nothing of one consumer
 * is shown to another, not for one frame. Events that come late, from the scope before, are dropped.
 */
export function useScopedReducer<S, E>(
  reduce: (state: S, event: E) => S,
  initial: S,
  scope: string | null,
): [S, (event: E) => void] {
  const [box, send] = useReducer(
    (held: Box<S>, { scope, event }: Sent<E>): Box<S> => {
      if (event === undefined) return { scope, state: initial }
      if (held.scope !== scope) return held
      const state = reduce(held.state, event)
      return state === held.state ? held : { scope, state }
    },
    { scope, state: initial },
  )
  if (box.scope !== scope) send({ scope, event: undefined })
  const dispatch = useCallback((event: E) => send({ scope, event }), [scope])
  return [box.scope === scope ? box.state : initial, dispatch]
}

interface Box<S> {
  scope: string | null
  state: S
}

interface Sent<E> {
  scope: string | null
  /** undefined: begin anew. */
  event: E | undefined
}
