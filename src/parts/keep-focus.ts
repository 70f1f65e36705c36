import { focusNearby, rowPlaceOf } from './focus-nearby.js'

/**
 * Keeps the focus where it can be found: what has it may go at any moment, with a row that somebody else removed, a
 * notice that was dismissed, or an error that was mended. Whoever clicks beside everything has let go of it. Answers
 * how to stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  let held = hasFocus(root) ? holdOf(activeElementIn(root)) : null
  let timer: ReturnType<typeof setTimeout> | undefined

  const hold = ({ target }: FocusEvent) => {
    if (target instanceof Element) held = holdOf(target)
  }
  const check = () => {
    if (held === null || hasFocus(root)) return
    const { element, rowPlace } = held
    held = null
    // Still there: the focus was let go of, or is somewhere else.
    if (!element.isConnected && isLost(root)) focusNearby(root, rowPlace)
  }
  // Late: what takes its place may take the focus by itself.
  const checkSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(check)
  }
  const observer = new MutationObserver(checkSoon)
  observer.observe(root, { childList: true, subtree: true })
  root.addEventListener('focusin', hold)
  root.addEventListener('focusout', checkSoon)
  return () => {
    clearTimeout(timer)
    observer.disconnect()
    root.removeEventListener('focusin', hold)
    root.removeEventListener('focusout', checkSoon)
  }
}

/** null: nothing has it. */
function holdOf(element: Element | null) {
  return element && { element, rowPlace: rowPlaceOf(element) }
}

function hasFocus(root: HTMLElement): boolean {
  return root.contains(activeElementIn(root))
}

function isLost(root: HTMLElement): boolean {
  const active = activeElementIn(root)
  return active === null || active === root.ownerDocument.body
}

function activeElementIn(root: HTMLElement): Element | null {
  const tree = root.getRootNode()
  return tree instanceof ShadowRoot || tree instanceof Document ? tree.activeElement : null
}
