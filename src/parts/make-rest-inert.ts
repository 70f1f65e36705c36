import { treeOf } from './tree-of.js'

/**
 * Radix hides the page around a dialog from assistive technology, and of a shadow root sees the host alone: around a
 * dialog in there, all but what speaks becomes inert. Nothing happens elsewhere.
 *
 * @returns undoes it
 */
export function makeRestInert(portal: HTMLElement): () => void {
  const made: HTMLElement[] = []
  const spare = (parent: ParentNode) => {
    for (const child of parent.children) {
      if (!(child instanceof HTMLElement) || child === portal || child.inert || child.matches(speaks))
        continue
      if (child.contains(portal) || child.querySelector(speaks)) spare(child)
      else made.push(child)
    }
  }
  const tree = treeOf(portal)
  if (tree) spare(tree)
  for (const element of made) element.inert = true
  return () => {
    for (const element of made) element.inert = false
  }
}

const speaks = '[aria-live]'
