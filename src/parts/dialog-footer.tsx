import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface DialogFooterProps extends ComponentPropsWithoutRef<'div'> {
  classNames?: SlotClassNames | undefined
}

/** A dialog's buttons, in the order in which they are seen and reached. */
export const DialogFooter = forwardRef<HTMLDivElement, DialogFooterProps>(function DialogFooter(
  { classNames, className, ...rest },
  ref,
) {
  return <div {...rest} ref={ref} className={slotClass('dialogFooter', classNames, className)} />
})
