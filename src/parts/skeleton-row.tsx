import type { KeyColumn } from './key-columns.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { tableRoles } from './table-roles.js'

export interface SkeletonRowProps {
  columns: readonly KeyColumn[]
  classNames?: SlotClassNames | undefined
}

/** A row before there is a key: the same boxes, so that nothing moves when the keys arrive. */
export function SkeletonRow({ columns, classNames }: SkeletonRowProps) {
  return (
    <tr className={slotClass('row', classNames)} data-skeleton="" {...tableRoles.placeholder}>
      {columns.map((column) => (
        <td key={column} className={slotClass('cell', classNames)} data-col={column}>
          {boxOf(column, classNames)}
        </td>
      ))}
    </tr>
  )
}

function boxOf(column: KeyColumn, classNames: SlotClassNames | undefined) {
  switch (column) {
    case 'name':
      return (
        <>
          <span className={slotClass('keyName', classNames)}>
            <span className={ownClass('skeleton', classNames)} data-width="name" />
          </span>
          <span className={slotClass('keyMeta', classNames)}>
            <span className={ownClass('skeleton', classNames)} data-width="meta" />
          </span>
        </>
      )
    case 'key':
      return (
        <span className={slotClass('keyValue', classNames)}>
          <span className={ownClass('skeleton', classNames)} data-width="key" />
        </span>
      )
    case 'actions':
      return <span className={ownClass('button', classNames)} data-size="icon" />
    default:
      return <span className={ownClass('skeleton', classNames)} data-width={widths[column]} />
  }
}

const widths = {
  select: 'box',
  scopes: 'chip',
  status: 'badge',
  lastUsed: 'time',
  expires: 'time',
  usage: 'usage',
} as const
