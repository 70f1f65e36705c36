import { type RefObject, useEffect, useRef } from 'react'
import type { Formatters } from '../locales/create-formatters.js'
import type { ListStrings } from '../locales/list-strings.js'
import type { KeyView } from './key-view.js'
import type { SlotClassNames } from './slot-class.js'
import { tipText } from './tip-text.js'
import { Tooltip } from './tooltip.js'
import type { KeyUsage } from './usage-of.js'
import { useTips } from './use-tips.js'

export interface TipWords {
  /** The key that an element with `data-tip` belongs to; null: none. */
  subjectOf(anchor: Element): { view: KeyView; usage: KeyUsage } | null
  strings: ListStrings
  format: Formatters
}

export interface TipsProps extends TipWords {
  /** Around everything that has something to say. */
  table: RefObject<HTMLElement | null>
  /** What was pointed at before this was here; null: nothing is any more. */
  pointed: RefObject<Pointed | null>
  classNames?: SlotClassNames | undefined
}

export interface Pointed {
  by: 'pointer' | 'focus' | 'click'
  event: { target: EventTarget | null; pointerType?: string }
}

/** The tooltip of a table, from the moment at which it was fetched. It listens by itself: the table is not drawn again. */
export function Tips({ table, pointed, subjectOf, strings, format, classNames }: TipsProps) {
  const { tip, hide, hold, release, handlers } = useTips((anchor) => {
    const subject = subjectOf(anchor)
    return subject && tipText(anchor.dataset.tip, subject.view, subject.usage, strings, format)
  })
  const latest = useRef(handlers)
  useEffect(() => {
    latest.current = handlers
  })
  useEffect(() => {
    const element = table.current
    if (!element) return
    const off = new AbortController()
    const listen = <K extends keyof HTMLElementEventMap>(
      type: K,
      handle: (event: HTMLElementEventMap[K]) => void,
    ) => element.addEventListener(type, handle, { signal: off.signal })
    listen('pointerover', (event) => latest.current.onPointerOver(event))
    listen('pointerleave', () => latest.current.onPointerLeave())
    listen('focusin', (event) => latest.current.onFocus(event))
    listen('focusout', () => latest.current.onBlur())
    listen('click', (event) => latest.current.onClick(event))
    const { by, event } = pointed.current ?? {}
    if (event && by === 'focus') latest.current.onFocus(event)
    else if (event && by === 'click') latest.current.onClick(event)
    else if (event) latest.current.onPointerOver({ pointerType: '', ...event })
    return () => off.abort()
  }, [table, pointed])
  return tip ? (
    <Tooltip tip={tip} onClose={hide} onHold={hold} onRelease={release} classNames={classNames} />
  ) : null
}
