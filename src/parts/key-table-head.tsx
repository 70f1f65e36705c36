import type { LatchkeyStrings } from '../locales/strings.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { tableRoles } from './table-roles.js'

const columns = ['name', 'key', 'status', 'lastUsed', 'expires', 'actions'] as const

export interface KeyTableHeadProps {
  strings: LatchkeyStrings
  classNames?: SlotClassNames | undefined
}

/** The table's headings. Out of sight, but not gone, where rows are cards. */
export function KeyTableHead({ strings, classNames }: KeyTableHeadProps) {
  return (
    <thead {...tableRoles.rows} className={slotClass('thead', classNames)}>
      <tr {...tableRoles.row}>
        {columns.map((column) => (
          <th
            key={column}
            {...tableRoles.columnHeader}
            data-col={column}
            className={slotClass('th', classNames)}
          >
            {column === 'actions' ? (
              <span className="lk-srOnly">{strings.columns.actions}</span>
            ) : (
              strings.columns[column]
            )}
          </th>
        ))}
      </tr>
    </thead>
  )
}
