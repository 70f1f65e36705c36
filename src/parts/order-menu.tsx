import type { ListStrings } from '../locales/list-strings.js'
import { Menu } from './menu.js'
import type { MenuPlace } from './menu-button.js'
import type { MenuEntry } from './menu-line.js'
import { directions, firstDirection, type KeySort, sortColumns } from './sort-columns.js'

export interface OrderChoice {
  value: KeySort
  onSort(value: KeySort): void
  strings: ListStrings
}

export interface OrderMenuProps extends MenuPlace, OrderChoice {}

/** By what keys can be sorted, and which way. */
export function OrderMenu({ value, onSort, strings, ...place }: OrderMenuProps) {
  const words = strings.sort
  const entries: MenuEntry[] = [
    ...sortColumns.map((by) => ({
      name: by,
      label: words.by[by],
      kind: 'radio' as const,
      checked: by === value.by,
    })),
    ...directions.map((dir, index) => ({
      name: dir,
      label: words.direction[value.by][dir],
      kind: 'radio' as const,
      checked: dir === value.dir,
      separated: index === 0,
    })),
  ]
  return (
    <Menu
      {...place}
      entries={entries}
      onChoose={(index) => {
        const by = sortColumns[index]
        const dir = directions[index - sortColumns.length]
        if (by) onSort({ by, dir: by === value.by ? value.dir : firstDirection[by] })
        else if (dir) onSort({ by: value.by, dir })
      }}
    />
  )
}
