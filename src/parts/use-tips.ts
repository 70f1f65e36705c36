import { useEffect, useRef, useState } from 'react'

/** What a pointer or the focus rests on, and has something to say. */
export interface Tip {
  anchor: HTMLElement | SVGElement
  text: string
}

/** How long a pointer must rest before something is said. */
const restMs = 400
/** How long a pointer may take on its way from the anchor to what it says. */
const graceMs = 150

/**
 * One tooltip for a whole list: its elements carry `data-tip`, and events that bubble up find them. Only what is asked
 * for is put into words, by `textOf`; null: nothing to say.
 */
export function useTips(textOf: (anchor: HTMLElement | SVGElement) => string | null) {
  const [tip, setTip] = useState<Tip | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const later = (delayMs: number, next: () => void) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(next, delayMs)
  }
  const show = (anchor: HTMLElement | SVGElement) => {
    clearTimeout(timer.current)
    const text = textOf(anchor)
    setTip(text === null ? null : { anchor, text })
  }
  const hide = () => {
    clearTimeout(timer.current)
    setTip(null)
  }
  return {
    tip,
    hide,
    /** The pointer is on what the tooltip says: it stays (WCAG 1.4.13). */
    hold: () => clearTimeout(timer.current),
    release: () => later(graceMs, hide),
    handlers: {
      onPointerOver(event: Pick<PointerEvent, 'target' | 'pointerType'>) {
        if (event.pointerType === 'touch') return
        const anchor = anchorOf(event.target)
        if (anchor === tip?.anchor) clearTimeout(timer.current)
        else if (anchor) later(tip ? graceMs : restMs, () => show(anchor))
        else if (tip) later(graceMs, hide)
        else clearTimeout(timer.current)
      },
      onPointerLeave: () => (tip ? later(graceMs, hide) : clearTimeout(timer.current)),
      onFocus(event: Pick<Event, 'target'>) {
        const anchor = anchorOf(event.target)
        if (anchor && event.target instanceof Element && event.target.matches(':focus-visible')) show(anchor)
      },
      onBlur: hide,
      /** For a finger, which can neither rest nor focus visibly. */
      onClick(event: Pick<Event, 'target'>) {
        const anchor = anchorOf(event.target)
        if (anchor?.tagName === 'BUTTON') show(anchor)
        else if (tip) hide()
      },
    },
  }
}

function anchorOf(target: EventTarget | null): HTMLElement | SVGElement | null {
  return target instanceof Element ? target.closest<HTMLElement | SVGElement>('[data-tip]') : null
}
