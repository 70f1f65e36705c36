import { type ComponentPropsWithoutRef, type ComponentType, lazy, Suspense, useRef, useState } from 'react'
import type { SlotClassNames } from './slot-class.js'
import type { Pointed, TipsProps, TipWords } from './tips.js'

export interface TipTableProps extends ComponentPropsWithoutRef<'table'>, TipWords {
  classNames?: SlotClassNames | undefined
}

/**
 * A table whose elements share one tooltip, which is fetched when something is first pointed at. What is shown changes
 * outside of the table: the rows are not drawn again.
 */
export function TipTable({ subjectOf, strings, format, classNames, children, ...rest }: TipTableProps) {
  const table = useRef<HTMLTableElement>(null)
  /** What is pointed at while nobody listens yet, so that it need not be pointed at again. */
  const pointed = useRef<Pointed | null>(null)
  const [isWanted, setWanted] = useState(false)
  const point = (by: Pointed['by']) => (event: Pointed['event']) => {
    pointed.current = { by, event }
    setWanted(true)
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
      {isWanted ? (
        <Suspense fallback={null}>
          <Tips {...{ table, pointed, subjectOf, strings, format, classNames }} />
        </Suspense>
      ) : null}
    </>
  )
}

const Tips = lazy<ComponentType<TipsProps>>(() =>
  import('./tips.js').then(
    ({ Tips }) => ({ default: Tips }),
    // What it would say can be found elsewhere: a list does not break because a file did not come.
    () => ({ default: () => null }),
  ),
)
