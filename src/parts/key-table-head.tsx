import type { ListStrings, SortColumn } from '../locales/list-strings.js'
import type { KeyColumn } from './key-columns.js'
import { SelectAll } from './select-all.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { SortButton } from './sort-button.js'
import type { KeySort } from './sort-columns.js'
import { tableRoles } from './table-roles.js'
import type { TableSelection } from './table-selection.js'
import { visuallyHidden } from './visually-hidden.js'

export interface KeyTableHeadProps {
  columns: readonly KeyColumn[]
  /** Absent: headings are words alone. */
  sort?: KeySort | undefined
  onSort?: ((value: KeySort) => void) | undefined
  /** null: nothing can be selected yet. */
  selection: TableSelection | null
  /** Somebody hears a click. */
  live: boolean
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** The table's headings. Out of sight, but not gone, where rows are cards. */
export function KeyTableHead(props: KeyTableHeadProps) {
  const { columns, sort, onSort, selection, live, strings, classNames } = props
  return (
    <thead {...tableRoles.rows} className={slotClass('thead', classNames)}>
      <tr {...tableRoles.row}>
        {columns.map((column) => {
          const by = column === 'select' ? undefined : sortedBy[column]
          const active = by !== undefined && sort?.by === by ? sort.dir : undefined
          return (
            <th
              key={column}
              {...tableRoles.columnHeader}
              data-col={column}
              data-sort={active}
              aria-sort={active && ariaSort[active]}
              className={slotClass('th', classNames)}
            >
              {column === 'select' ? (
                <SelectAll selection={selection} strings={strings} classNames={classNames} />
              ) : by && onSort ? (
                <SortButton by={by} sort={sort} onSort={onSort} live={live} classNames={classNames}>
                  {strings.columns[column]}
                </SortButton>
              ) : (
                <span {...(column === 'actions' ? visuallyHidden(classNames) : undefined)}>
                  {strings.columns[column]}
                </span>
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

const ariaSort = { asc: 'ascending', desc: 'descending' } as const

const sortedBy: Readonly<Partial<Record<KeyColumn, SortColumn>>> = {
  name: 'name',
  lastUsed: 'lastUsedAt',
  expires: 'expiresAt',
}
