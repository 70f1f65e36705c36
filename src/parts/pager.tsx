import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import type { LatchkeyStrings } from '../locales/strings.js'
import { Button } from './button.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface PagerProps extends Omit<ComponentPropsWithoutRef<'nav'>, 'children'> {
  /** Absent: this is the first page. */
  onPrevious?: (() => void) | undefined
  /** Absent: this is the last page. */
  onNext?: (() => void) | undefined
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** Back and forth between pages. Nothing at all where there is only one. */
export const Pager = forwardRef<HTMLElement, PagerProps>(function Pager(
  { onPrevious, onNext, strings, classNames, className, ...rest },
  ref,
) {
  if (!onPrevious && !onNext) return null
  return (
    <nav
      aria-label={strings.pager.label}
      {...rest}
      ref={ref}
      className={slotClass('pager', classNames, className)}
    >
      <Button aria-disabled={!onPrevious} onClick={onPrevious}>
        {strings.pager.previous}
      </Button>
      <Button aria-disabled={!onNext} onClick={onNext}>
        {strings.pager.next}
      </Button>
    </nav>
  )
})
