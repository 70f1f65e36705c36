import { type ComponentPropsWithoutRef, type ComponentType, useRef, useState } from 'react'
import type { SlotClassNames } from './slot-class.js'
import type { Pointed, TipsProps, TipWords } from './tips.js'

export interface TipTableProps extends ComponentPropsWithoutRef<'table'>, TipWords {
  classNames?: SlotClassNames | undefined
}

/**
 * A table whose elements share one tooltip, which is fetched when one of them is first pointed at. What it would say can
 * be found elsewhere: where it does not come, the list works without it, and the next that is pointed at fetches it
 * again. What is shown changes outside of the table: the rows are not drawn again.
 */
export function TipTable({ subjectOf, strings, format, classNames, children, ...rest }: TipTableProps) {
  const table = useRef<HTMLTableElement>(null)
  /** What is pointed at while nobody listens yet, so that it need not be pointed at again. */
  const pointed = useRef<Pointed | null>(null)
  const [Tips, setTips] = useState<ComponentType<TipsProps> | null>(null)
  const point = (by: Pointed['by']) => (event: Pointed['event']) => {
    pointed.current = { by, event }
    if (Tips || !(event.target instanceof Element && event.target.closest('[data-tip]'))) return
    import('./tips.js').then(
      ({ Tips }) => setTips(() => Tips),
      () => undefined,
    )
  }
  const letGo = () => {
    pointed.current = null
  }
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a finger presses what a keyboard has in focus, and both are heard. */}
      <table
        {...rest}
        ref={table}
        onPointerOver={point('pointer')}
        onPointerLeave={letGo}
        onFocus={point('focus')}
        onBlur={letGo}
        onClick={point('click')}
      >
        {children}
      </table>
      {Tips ? <Tips {...{ table, pointed, subjectOf, strings, format, classNames }} /> : null}
    </>
  )
}
