import { useEffect, useRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import { narrowOnly } from './narrow-only.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import type { TableSelection } from './table-selection.js'

export interface SelectAllProps {
  /** null: there is nothing to select yet. */
  selection: TableSelection | null
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** The box above the boxes. A native checkbox has its third state only as a property, never as an attribute. */
export function SelectAll({ selection, strings, classNames }: SelectAllProps) {
  const box = useRef<HTMLInputElement>(null)
  const state = selection?.allState ?? false
  useEffect(() => {
    if (box.current) box.current.indeterminate = state === 'indeterminate'
  }, [state])
  return (
    <label className={ownClass('selectBox', classNames)}>
      <input
        ref={box}
        type="checkbox"
        className={slotClass('checkbox', classNames)}
        aria-label={strings.selection.all}
        disabled={selection === null}
        checked={state === true}
        onChange={() => selection?.toggleAll()}
      />
      <span {...narrowOnly(classNames)} aria-hidden="true">
        {strings.selection.allShort}
      </span>
    </label>
  )
}
