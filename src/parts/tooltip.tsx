import { useId, useLayoutEffect, useRef } from 'react'
import { placeTip } from './place-tip.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import type { Tip } from './use-tips.js'

export interface TooltipProps {
  tip: Tip
  onClose(): void
  onHold(): void
  onRelease(): void
  classNames?: SlotClassNames | undefined
}

/**
 * What there is to say about one element of a list. A native popover, as the menu is: the top layer lifts it over
 * whatever clips or covers the table, while theme and direction still come from around it.
 */
export function Tooltip({ tip, onClose, onHold, onRelease, classNames }: TooltipProps) {
  const bubble = useRef<HTMLDivElement>(null)
  const id = useId()
  const { anchor, text } = tip
  // With the tooltip itself: whoever sees it may press Esc at once.
  useLayoutEffect(() => {
    const before = anchor.getAttribute('aria-describedby')
    anchor.setAttribute('aria-describedby', before ? `${before} ${id}` : id)
    // Wherever the focus is, and before anybody else hears it: Esc takes the tooltip away first, and a selection, or a
    // dialog of the host's around the list, with the next one.
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    window.addEventListener('keydown', leave, true)
    window.addEventListener('scroll', onClose, true)
    return () => {
      window.removeEventListener('keydown', leave, true)
      window.removeEventListener('scroll', onClose, true)
      if (before) anchor.setAttribute('aria-describedby', before)
      else anchor.removeAttribute('aria-describedby')
    }
  }, [anchor, id, onClose])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another text is another size
  useLayoutEffect(() => {
    const element = bubble.current
    if (!element) return
    if (typeof element.showPopover === 'function' && element.popover === null) {
      element.popover = 'manual'
      element.showPopover()
    }
    const size = { width: element.offsetWidth, height: element.offsetHeight }
    const viewport = { width: window.innerWidth, height: window.innerHeight }
    const at = placeTip(anchor.getBoundingClientRect(), size, viewport)
    // Against a browser's own centring of popovers, where no stylesheet of ours says it.
    element.style.position = 'fixed'
    element.style.inset = 'auto'
    element.style.margin = '0'
    element.style.left = `${at.left}px`
    element.style.top = `${at.top}px`
  }, [anchor, text])

  return (
    <div
      ref={bubble}
      id={id}
      role="tooltip"
      onPointerEnter={onHold}
      onPointerLeave={onRelease}
      className={slotClass('tooltip', classNames)}
    >
      {text}
    </div>
  )
}
