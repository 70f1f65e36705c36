import { forwardRef } from 'react'
import type { ListStrings } from '../locales/list-strings.js'
import type { ButtonProps } from './button.js'
import { ListIcon } from './list-icon.js'
import { MenuButton, type MenuButtonProps } from './menu-button.js'
import type { MenuEntry } from './menu-line.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { directions, firstDirection, type KeySort, sortColumns } from './sort-columns.js'

export interface SortMenuProps extends Omit<ButtonProps, 'value' | 'onClick' | 'children'> {
  value: KeySort
  onSort(value: KeySort): void
  /** What shows the menu: `Menu`, or what fetches it first. */
  menu: MenuButtonProps['menu']
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** By what the keys are sorted, and which way: also where cards leave no headings to press. */
export const SortMenu = forwardRef<HTMLButtonElement, SortMenuProps>(function SortMenu(
  { value, onSort, strings, classNames, className, ...rest },
  ref,
) {
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
    <MenuButton
      {...rest}
      ref={ref}
      aria-label={words.current(words.by[value.by], words.direction[value.by][value.dir])}
      menuLabel={words.label}
      entries={entries}
      onChoose={(index) => {
        const by = sortColumns[index]
        const dir = directions[index - sortColumns.length]
        if (by) onSort({ by, dir: by === value.by ? value.dir : firstDirection[by] })
        else if (dir) onSort({ by: value.by, dir })
      }}
      classNames={classNames}
      className={slotClass('sortTrigger', classNames, className)}
    >
      {words.by[value.by]}
      <ListIcon name="arrowDown" className={ownClass('sortArrow', classNames)} data-dir={value.dir} />
    </MenuButton>
  )
})
