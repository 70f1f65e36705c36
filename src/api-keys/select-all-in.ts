import type { RefObject } from 'react'

/** The box that selects every key of a table: what gets the focus where what had it is gone. */
export function selectAllIn(table: RefObject<HTMLElement | null>): HTMLElement | null {
  return table.current?.querySelector<HTMLElement>('thead input') ?? null
}
