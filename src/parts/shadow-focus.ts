import type { KeyboardEvent } from 'react'
import { treeOf } from './tree-of.js'

/**
 * Radix asks the document what has the focus, and is told of a shadow root's host, so that a dialog in there neither
 * takes the focus nor keeps it. Null: the dialog is in no shadow root, and Radix does both.
 */
export function firstInShadow(dialog: HTMLElement): HTMLElement | null | undefined {
  return treeOf(dialog) && tabStops(dialog)[0]
}

/** In a shadow root: at the edges of the dialog in this portal, Tab goes on at the other one. */
export function wrapInShadow(event: KeyboardEvent<HTMLElement>): void {
  const active = treeOf(event.currentTarget)?.activeElement
  if (event.key !== 'Tab' || !active) return
  const found = tabStops(event.currentTarget)
  if (event.shiftKey) found.reverse()
  if (active !== found.at(-1) && !active.matches('[data-dialog]')) return
  event.preventDefault()
  found[0]?.focus()
}

/** Of a group of radio buttons Tab stops at the chosen one alone. */
function tabStops(around: HTMLElement): HTMLElement[] {
  const usable = around.querySelectorAll<HTMLElement>(':not(:disabled, [type=radio]:not(:checked))')
  return [...usable].filter((element) => element.tabIndex >= 0 && element.checkVisibility())
}
