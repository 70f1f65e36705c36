import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { placeMenu } from './place-menu.js'

/**
 * Shows a menu in the top layer beside its button, gives it focus, and closes it when something else is pressed.
 * Where a browser has no popover the menu is fixed in place, which is the same unless an ancestor is transformed.
 */
export function useMenuPopover(
  menu: RefObject<HTMLElement | null>,
  anchor: HTMLElement,
  startAt: 'first' | 'last' | 'menu',
  align: 'start' | 'end',
  onClose: () => void,
) {
  const latestClose = useRef(onClose)
  useEffect(() => {
    latestClose.current = onClose
  })

  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    if (typeof element.showPopover === 'function') {
      element.popover = 'manual'
      element.showPopover()
    }
    const place = () => {
      const { innerWidth, innerHeight, getComputedStyle } = window
      const direction = getComputedStyle(anchor).direction === 'rtl' ? 'rtl' : 'ltr'
      // Not the rectangle: that one is still small while the menu grows in.
      const size = { width: element.offsetWidth, height: element.offsetHeight }
      const viewport = { width: innerWidth, height: innerHeight }
      const at = placeMenu(anchor.getBoundingClientRect(), size, viewport, direction, align)
      // Against a browser's own centring of popovers, where no stylesheet of ours says it.
      element.style.inset = 'auto'
      element.style.margin = '0'
      element.style.left = `${at.left}px`
      element.style.top = `${at.top}px`
    }
    place()
    const entries = element.querySelectorAll<HTMLElement>('[role^="menuitem"]')
    const start = { first: entries[0], last: entries[entries.length - 1], menu: element }[startAt]
    start?.focus({ preventScroll: true })

    const dismiss = (event: PointerEvent) => {
      const path = event.composedPath()
      if (!path.includes(element) && !path.includes(anchor)) latestClose.current()
    }
    const document = element.ownerDocument
    // Before anybody else hears it: a dialog of the host's around the menu listens on the document, and would close too.
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !event.composedPath().includes(element)) return
      event.preventDefault()
      event.stopPropagation()
      anchor.focus()
      latestClose.current()
    }
    window.addEventListener('keydown', leave, true)
    document.addEventListener('pointerdown', dismiss, true)
    window.addEventListener('scroll', place, true)
    window.addEventListener('resize', place)
    return () => {
      window.removeEventListener('keydown', leave, true)
      document.removeEventListener('pointerdown', dismiss, true)
      window.removeEventListener('scroll', place, true)
      window.removeEventListener('resize', place)
    }
  }, [menu, anchor, startAt, align])
}
