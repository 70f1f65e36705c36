import { type ComponentPropsWithoutRef, forwardRef, type ReactNode, useId } from 'react'
import { FieldError } from './field-error.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface TextFieldProps extends Omit<ComponentPropsWithoutRef<'input'>, 'onChange'> {
  label: ReactNode
  hint?: ReactNode | undefined
  /** What is wrong; absent: nothing is. */
  error?: ReactNode | undefined
  onValueChange(value: string): void
  classNames?: SlotClassNames | undefined
}

/** A line of text with its label, a hint and what is wrong with it, tied together for every reader. The ref is the input's. */
export const TextField = forwardRef<HTMLInputElement, TextFieldProps>(function TextField(
  { label, hint, error, onValueChange, classNames, className, ...rest },
  ref,
) {
  const id = useId()
  const described = [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter((each) => each !== null)
  return (
    <div className={slotClass('field', classNames, className)} data-invalid={error ? '' : undefined}>
      <label htmlFor={id} className={slotClass('label', classNames)}>
        {label}
      </label>
      <input
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        data-1p-ignore=""
        data-lpignore="true"
        data-bwignore=""
        type="text"
        dir="auto"
        {...rest}
        ref={ref}
        id={id}
        aria-invalid={error ? true : undefined}
        aria-describedby={described.length > 0 ? described.join(' ') : undefined}
        onChange={(event) => onValueChange(event.target.value)}
        className={slotClass('input', classNames)}
      />
      {error ? (
        <FieldError id={`${id}-error`} classNames={classNames}>
          {error}
        </FieldError>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className={slotClass('hint', classNames)}>
          {hint}
        </p>
      ) : null}
    </div>
  )
})
