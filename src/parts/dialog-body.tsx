import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface DialogBodyProps extends ComponentPropsWithoutRef<'div'> {
  classNames?: SlotClassNames | undefined
}

/** What scrolls when a dialog is taller than the screen; title and buttons stay. */
export const DialogBody = forwardRef<HTMLDivElement, DialogBodyProps>(function DialogBody(
  { classNames, className, ...rest },
  ref,
) {
  return <div {...rest} ref={ref} className={slotClass('dialogBody', classNames, className)} />
})
