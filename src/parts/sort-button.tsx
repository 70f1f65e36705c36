import type { ReactNode } from 'react'
import type { SortColumn } from '../locales/list-strings.js'
import { ListIcon } from './list-icon.js'
import { narrowOnly } from './narrow-only.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { firstDirection, type KeySort } from './sort-columns.js'

export interface SortButtonProps {
  by: SortColumn
  sort?: KeySort | undefined
  onSort(value: KeySort): void
  /** Somebody hears a click. */
  live: boolean
  classNames?: SlotClassNames | undefined
  children: ReactNode
}

/**
 * A heading that sorts. Where rows are cards, headings are only heard: there the words stay, and the button, which
 * nobody could see focused, goes; the sort menu does its work.
 */
export function SortButton({ by, sort, onSort, live, classNames, children }: SortButtonProps) {
  const current = sort?.by === by ? sort.dir : null
  const other = current === 'asc' ? 'desc' : 'asc'
  return (
    <>
      <button
        type="button"
        aria-disabled={live ? undefined : true}
        className={ownClass('wideOnly', classNames, slotClass('sortButton', classNames))}
        onClick={() => onSort({ by, dir: current === null ? firstDirection[by] : other })}
      >
        {children}
        <ListIcon
          name="arrowDown"
          className={ownClass('sortArrow', classNames)}
          data-dir={current ?? firstDirection[by]}
        />
      </button>
      <span {...narrowOnly(classNames)}>{children}</span>
    </>
  )
}
