import { type SlotClassNames, slotClass } from './slot-class.js'
import { tableRoles } from './table-roles.js'

/** A row before there is a key: the same boxes, so that nothing moves when the keys arrive. */
export function SkeletonRow({ classNames }: { classNames?: SlotClassNames | undefined }) {
  const cell = slotClass('cell', classNames)
  return (
    <tr className={slotClass('row', classNames)} data-skeleton="" {...tableRoles.placeholder}>
      <td className={cell} data-col="name">
        <span className={slotClass('keyName', classNames)}>
          <span className="lk-skeleton" data-width="name" />
        </span>
        <span className={slotClass('keyMeta', classNames)}>
          <span className="lk-skeleton" data-width="meta" />
        </span>
      </td>
      <td className={cell} data-col="key">
        <span className={slotClass('keyValue', classNames)}>
          <span className="lk-skeleton" data-width="key" />
        </span>
      </td>
      <td className={cell} data-col="status">
        <span className="lk-skeleton" data-width="badge" />
      </td>
      <td className={cell} data-col="lastUsed">
        <span className="lk-skeleton" data-width="time" />
      </td>
      <td className={cell} data-col="expires">
        <span className="lk-skeleton" data-width="time" />
      </td>
      <td className={cell} data-col="actions">
        <span className="lk-button" data-size="icon" />
      </td>
    </tr>
  )
}
