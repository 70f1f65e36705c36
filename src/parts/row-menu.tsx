import { forwardRef } from 'react'
import type { ListStrings, RowAction } from '../locales/list-strings.js'
import { Menu, type MenuProps } from './menu.js'
import { isDestructive, type RowMenuItem } from './row-menu-item.js'

export interface RowMenuProps extends Omit<MenuProps, 'entries' | 'onChoose' | 'onSelect'> {
  items: readonly RowMenuItem[]
  strings: ListStrings
  onSelect(action: RowAction): void
}

/** What can be done with one key: the one menu that all rows share. */
export const RowMenu = forwardRef<HTMLDivElement, RowMenuProps>(function RowMenu(
  { items, strings, onSelect, ...rest },
  ref,
) {
  const entries = items.map(({ action, reason }, index) => ({
    name: action,
    label: strings.menu[action],
    reason,
    tone: isDestructive(action) ? ('danger' as const) : undefined,
    separated: index > 0 && isDestructive(action),
  }))
  return (
    <Menu
      {...rest}
      ref={ref}
      entries={entries}
      onChoose={(index) => {
        const item = items[index]
        if (item) onSelect(item.action)
      }}
    />
  )
})
