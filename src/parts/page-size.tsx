import { useId } from 'react'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface PageSizeProps {
  value: number
  options: readonly number[]
  onValueChange(value: number): void
  label: string
  classNames?: SlotClassNames | undefined
}

/** How many keys a page shows. A host's own number stands among the usual ones. */
export function PageSize({ value, options, onValueChange, label, classNames }: PageSizeProps) {
  const id = useId()
  const all = [...new Set([...options, value])].sort((one, other) => one - other)
  return (
    <span className={slotClass('pageSize', classNames)}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={ownClass('select', classNames, slotClass('input', classNames))}
        value={value}
        onChange={(event) => onValueChange(Number(event.target.value))}
      >
        {all.map((size) => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </select>
    </span>
  )
}
