import { type ComponentPropsWithoutRef, forwardRef, type MouseEvent, useContext } from 'react'
import { ownClass } from './own-class.js'
import { RootFrameContext } from './root-frame.js'

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** @default 'outline' */
  variant?: 'primary' | 'outline' | 'ghost' | 'danger' | undefined
  /** `icon` makes a square one; give it an `aria-label`. @default 'default' */
  size?: 'default' | 'icon' | undefined
  /** Shows that something is under way. The button keeps its focus and does nothing meanwhile. */
  loading?: boolean | undefined
}

/**
 * A button that never loses focus: where it cannot act it is `aria-disabled`, so that its reason can be read, and
 * it swallows the click. `disabled` would drop a keyboard user back to the top of the page.
 */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { variant = 'outline', size = 'default', loading = false, className, children, onClick, ...rest },
  ref,
) {
  const { look } = useContext(RootFrameContext)
  const inert = loading || rest['aria-disabled'] === true || rest['aria-disabled'] === 'true'
  const handleClick = (event: MouseEvent<HTMLButtonElement>) => {
    if (inert) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type="button"
      data-variant={variant}
      data-size={size}
      data-loading={loading || undefined}
      {...rest}
      aria-disabled={inert || undefined}
      onClick={handleClick}
      ref={ref}
      className={ownClass('button', look, className)}
    >
      {loading ? <span className={ownClass('spinner', look)} aria-hidden="true" /> : null}
      {children}
    </button>
  )
})
