import { type ComponentPropsWithoutRef, type ComponentType, lazy, Suspense } from 'react'
import type { SlotClassNames } from './slot-class.js'
import type { TooltipProps } from './tooltip.js'
import { useTips } from './use-tips.js'

export interface TipTableProps extends ComponentPropsWithoutRef<'table'> {
  /** What an element with `data-tip` has to say; null: nothing. */
  textOf(anchor: HTMLElement | SVGElement): string | null
  classNames?: SlotClassNames | undefined
}

/** A table whose elements share one tooltip. What is shown changes in here alone: the rows are not drawn again. */
export function TipTable({ textOf, classNames, onKeyDown, children, ...rest }: TipTableProps) {
  const { tip, hide, hold, release, handlers } = useTips(textOf)
  return (
    <>
      <table
        {...rest}
        {...handlers}
        onPointerEnter={() => void loadTooltip()}
        onKeyDown={(event) => {
          handlers.onKeyDown(event)
          if (!event.defaultPrevented) onKeyDown?.(event)
        }}
      >
        {children}
      </table>
      {tip ? (
        <Suspense fallback={null}>
          <Tooltip tip={tip} onClose={hide} onHold={hold} onRelease={release} classNames={classNames} />
        </Suspense>
      ) : null}
    </>
  )
}

const loadTooltip = () =>
  import('./tooltip.js').then(
    ({ Tooltip }) => ({ default: Tooltip }),
    // What it would say can be found elsewhere: a list does not break because a file did not come.
    () => ({ default: () => null }),
  )

const Tooltip = lazy<ComponentType<TooltipProps>>(loadTooltip)
