import { forwardRef } from 'react'
import { KeyTable, type KeyTableProps } from './key-table.js'
import { RowMenu } from './row-menu.js'

export type KeyTableWithMenuProps = Omit<KeyTableProps, 'menu'>

/** The table for whoever shows it by itself: its menu comes along. */
export const KeyTableWithMenu = forwardRef<HTMLDivElement, KeyTableWithMenuProps>(
  function KeyTableWithMenu(props, ref) {
    return <KeyTable {...props} ref={ref} menu={RowMenu} />
  },
)
