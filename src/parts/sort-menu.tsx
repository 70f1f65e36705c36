import { type ComponentType, forwardRef } from 'react'
import type { ButtonProps } from './button.js'
import { ListIcon } from './list-icon.js'
import { MenuButton } from './menu-button.js'
import type { OrderChoice, OrderMenuProps } from './order-menu.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface SortMenuProps
  extends Omit<ButtonProps, keyof OrderChoice | 'onClick' | 'children'>,
    OrderChoice {
  /** What shows the menu: `OrderMenu`, or what fetches it first. */
  menu: ComponentType<OrderMenuProps>
  classNames?: SlotClassNames | undefined
}

/** By what the keys are sorted, and which way: also where cards leave no headings to press. */
export const SortMenu = forwardRef<HTMLButtonElement, SortMenuProps>(function SortMenu(
  { value, onSort, menu: Menu, strings, classNames, className, ...rest },
  ref,
) {
  const words = strings.sort
  return (
    <MenuButton
      {...rest}
      ref={ref}
      aria-label={words.current(words.by[value.by], words.direction[value.by][value.dir])}
      menuLabel={words.label}
      menu={(place) => <Menu {...place} {...{ value, onSort, strings }} />}
      classNames={classNames}
      className={slotClass('sortTrigger', classNames, className)}
    >
      {words.by[value.by]}
      <ListIcon name="arrowDown" className={ownClass('sortArrow', classNames)} data-dir={value.dir} />
    </MenuButton>
  )
})
