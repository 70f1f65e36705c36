import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Icon } from './icon.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface FieldErrorProps extends ComponentPropsWithoutRef<'p'> {
  classNames?: SlotClassNames | undefined
}

/** What is wrong with a field, under it: words and a sign, never colour alone. */
export const FieldError = forwardRef<HTMLParagraphElement, FieldErrorProps>(function FieldError(
  { classNames, className, children, ...rest },
  ref,
) {
  return (
    <p {...rest} ref={ref} className={slotClass('fieldError', classNames, className)}>
      <Icon name="warning" />
      <span>{children}</span>
    </p>
  )
})
