import { forwardRef, useId } from 'react'
import { Button, type ButtonProps } from './button.js'
import { ListIcon } from './list-icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface CreateButtonProps extends ButtonProps {
  /** Why nobody can create now, e.g. a quota. Shown under the button, which stays reachable. */
  reason?: string | undefined
  classNames?: SlotClassNames | undefined
}

/** The button that begins everything. */
export const CreateButton = forwardRef<HTMLButtonElement, CreateButtonProps>(function CreateButton(
  { reason, classNames, className, children, ...rest },
  ref,
) {
  const reasonId = useId()
  return (
    <span className={ownClass('createArea', classNames)}>
      <Button
        variant="primary"
        data-create=""
        aria-describedby={reason === undefined ? undefined : reasonId}
        {...rest}
        aria-disabled={reason === undefined ? rest['aria-disabled'] : true}
        ref={ref}
        className={slotClass('createButton', classNames, className)}
      >
        <ListIcon name="plus" />
        {children}
      </Button>
      {reason === undefined ? null : (
        <span id={reasonId} className={ownClass('reason', classNames)}>
          {reason}
        </span>
      )}
    </span>
  )
})
