import { type ComponentPropsWithoutRef, type ReactNode, useId } from 'react'
import { FieldError } from './field-error.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface ChoiceFieldProps<Value extends string = string>
  extends Omit<ComponentPropsWithoutRef<'fieldset'>, 'onChange'> {
  label: ReactNode
  options: readonly { value: Value; label: string }[]
  value: Value
  onValueChange(value: Value): void
  /** What the choice means, in a sentence. Read with every option. */
  hint?: ReactNode | undefined
  error?: ReactNode | undefined
  classNames?: SlotClassNames | undefined
}

/**
 * One of a few: native radio buttons, drawn as segments. Their children follow, for what a choice asks in turn.
 */
export function ChoiceField<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  hint,
  error,
  classNames,
  className,
  children,
  ...rest
}: ChoiceFieldProps<Value>) {
  const id = useId()
  return (
    <fieldset
      {...rest}
      aria-describedby={error ? `${id}-error` : hint ? `${id}-hint` : undefined}
      data-invalid={error ? '' : undefined}
      className={slotClass('field', classNames, className)}
    >
      <legend className={slotClass('label', classNames)}>{label}</legend>
      <div className={slotClass('segmented', classNames)}>
        {options.map((option) => (
          <label key={option.value} className={slotClass('segment', classNames)}>
            <input
              type="radio"
              name={id}
              className={ownClass('segmentInput', classNames)}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
            />
            <span className={ownClass('segmentText', classNames)} data-text={option.label}>
              {option.label}
            </span>
          </label>
        ))}
      </div>
      {hint ? (
        <p id={`${id}-hint`} className={slotClass('hint', classNames)}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <FieldError id={`${id}-error`} classNames={classNames}>
          {error}
        </FieldError>
      ) : null}
      {children}
    </fieldset>
  )
}
