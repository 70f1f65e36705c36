import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { visuallyHidden } from './visually-hidden.js'

/** Something said aloud. A new `id` says it again, even in the same words. */
export interface Announcement {
  id: number
  text: string
}

export interface LiveRegionProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** Waits until the person is idle. */
  polite: Announcement | null
  /** Interrupts: only what cannot wait. */
  assertive: Announcement | null
  classNames?: SlotClassNames | undefined
}

/**
 * Where changes are said aloud. Render it from the first paint on and outside every dialog: a region that comes
 * with its text is not heard, and neither is one that a dialog hides. `aria-live` keeps it from being hidden.
 */
export const LiveRegion = forwardRef<HTMLDivElement, LiveRegionProps>(function LiveRegion(
  { polite, assertive, classNames, className, ...rest },
  ref,
) {
  return (
    <div {...rest} ref={ref} className={slotClass('liveRegion', classNames, className)}>
      <div {...visuallyHidden(classNames)} role="status" aria-live="polite" aria-atomic="true">
        {polite ? <span key={polite.id}>{polite.text}</span> : null}
      </div>
      <div {...visuallyHidden(classNames)} role="alert" aria-live="assertive" aria-atomic="true">
        {assertive ? <span key={assertive.id}>{assertive.text}</span> : null}
      </div>
    </div>
  )
})
