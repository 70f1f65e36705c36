import { type ComponentPropsWithoutRef, type CSSProperties, forwardRef } from 'react'
import { endOf } from '../contract/index.js'
import type { KeyView } from './key-view.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface RotationProgressProps extends Omit<ComponentPropsWithoutRef<'span'>, 'children'> {
  view: KeyView
  /** The new key: the overlap began when it was made. */
  counterpart: KeyView | null
  /** Milliseconds since the epoch. */
  now: number
  classNames?: SlotClassNames | undefined
}

/** How much of its overlap an old key has left. Decoration: the badge above says it in words. */
export const RotationProgress = forwardRef<HTMLSpanElement, RotationProgressProps>(function RotationProgress(
  { view, counterpart, now, classNames, className, style, ...rest },
  ref,
) {
  const end = endOf(view)
  if (view.status !== 'rotating' || end === null) return null
  const start = Date.parse(counterpart?.createdAt ?? view.updatedAt)
  const left = Math.min(1, Math.max(0, (end - now) / Math.max(1, end - start)))
  const progress: CSSProperties & Record<'--lk-progress', string> = {
    '--lk-progress': left.toFixed(3),
    ...style,
  }
  return (
    <span
      aria-hidden="true"
      {...rest}
      ref={ref}
      style={progress}
      className={slotClass('progress', classNames, className)}
    >
      <span className={ownClass('progressBar', classNames)} />
    </span>
  )
})
