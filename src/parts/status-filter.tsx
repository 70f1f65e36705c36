import { forwardRef } from 'react'
import { type KeyCounts, type KeyFilter, keyFilters, keyFlags } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'
import type { ButtonProps } from './button.js'
import { MenuButton, type MenuButtonProps } from './menu-button.js'
import type { MenuEntry } from './menu-line.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { statusWord } from './status-word.js'

export interface StatusFilterProps extends Omit<ButtonProps, 'value' | 'onToggle' | 'onClick' | 'children'> {
  /** Empty: every status. */
  value: readonly KeyFilter[]
  onToggle(status: KeyFilter): void
  onReset(): void
  /** Statuses that no key can have. @default none */
  lacks?: readonly string[] | undefined
  /** How many keys have each status; null: not known yet. @default null */
  counts?: KeyCounts | null | undefined
  /** What shows the menu: `Menu`, or what fetches it first. */
  menu: MenuButtonProps['menu']
  strings: ListStrings
  classNames?: SlotClassNames | undefined
}

/** Which statuses the list shows: none chosen means all. Several can be chosen without the menu closing. */
export const StatusFilter = forwardRef<HTMLButtonElement, StatusFilterProps>(function StatusFilter(
  { value, onToggle, onReset, lacks, counts = null, strings, classNames, className, ...rest },
  ref,
) {
  const filters = keyFilters.filter((filter) => !lacks?.includes(filter))
  const entries: MenuEntry[] = [
    {
      name: 'all',
      label: strings.filter.all,
      kind: 'checkbox',
      checked: value.length === 0,
      // What the list shows when it is asked for nothing in particular.
      detail: counts ? counts.total - counts.revokedLongAgo : undefined,
    },
    ...filters.map((status, index) => ({
      name: status,
      label: statusWord(status, strings),
      kind: 'checkbox' as const,
      checked: value.includes(status),
      detail: counts?.[status],
      // The flags are no statuses: a key that has one has a status as well.
      separated: index === 0 || status === keyFlags[0],
    })),
  ]
  return (
    <MenuButton
      {...rest}
      ref={ref}
      data-active={value.length > 0 || undefined}
      menuLabel={strings.filter.label}
      entries={entries}
      onChoose={(index) => {
        const status = filters[index - 1]
        if (status) onToggle(status)
        else onReset()
      }}
      classNames={classNames}
      className={slotClass('filterTrigger', classNames, className)}
    >
      {strings.filter.status(chosen(value, strings))}
    </MenuButton>
  )
})

function chosen([first, ...others]: readonly KeyFilter[], strings: ListStrings): string {
  if (first === undefined) return strings.filter.all
  return others.length === 0 ? statusWord(first, strings) : strings.filter.several(others.length + 1)
}
