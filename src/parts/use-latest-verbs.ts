import { useEffect, useMemo, useRef } from 'react'
import type { RowAction } from '../locales/list-strings.js'
import type { KeyTableProps } from './key-table.js'
import type { KeyView } from './key-view.js'

/** The same functions for every render, so that a row is not drawn again because its table was. */
export function useLatestVerbs(
  byId: ReadonlyMap<string, KeyView>,
  verbs: Pick<KeyTableProps, 'actionsFor' | 'onAction' | 'selection'>,
) {
  const latest = useRef({ byId, ...verbs })
  useEffect(() => {
    latest.current = { byId, ...verbs }
  })
  return useMemo(() => {
    const act = (action: RowAction, id: string) => {
      const { byId, actionsFor, onAction } = latest.current
      const view = byId.get(id)
      const item = view && actionsFor?.(view).find((each) => each.action === action)
      if (view && item && item.reason === undefined) onAction?.(action, view)
    }
    return {
      act,
      rename: (id: string) => act('rename', id),
      select: (id: string, range: boolean) => latest.current.selection?.toggle(id, { range }),
    }
  }, [])
}
