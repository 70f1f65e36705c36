import { type ComponentType, forwardRef } from 'react'
import type { KeyFilter } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'
import type { ButtonProps } from './button.js'
import { MenuButton } from './menu-button.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import type { StatusChoice, StatusMenuProps } from './status-menu.js'
import { statusWord } from './status-word.js'

export interface StatusFilterProps
  extends Omit<ButtonProps, keyof StatusChoice | 'onClick' | 'children'>,
    StatusChoice {
  /** What shows the menu: `StatusMenu`, or what fetches it first. */
  menu: ComponentType<StatusMenuProps>
  classNames?: SlotClassNames | undefined
}

/** Which statuses the list shows: none chosen means all. */
export const StatusFilter = forwardRef<HTMLButtonElement, StatusFilterProps>(function StatusFilter(
  { value, onToggle, onReset, lacks, counts, menu: Menu, strings, classNames, className, ...rest },
  ref,
) {
  return (
    <MenuButton
      {...rest}
      ref={ref}
      data-active={value.length > 0 || undefined}
      menuLabel={strings.filter.label}
      menu={(place) => <Menu {...place} {...{ value, onToggle, onReset, lacks, counts, strings }} />}
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
