import { forwardRef, type ReactNode, useId, useState } from 'react'
import { Button, type ButtonProps } from './button.js'
import type { MenuProps } from './menu.js'
import type { SlotClassNames } from './slot-class.js'

/** Where a menu is, and what it belongs to. */
export type MenuPlace = Pick<
  MenuProps,
  'id' | 'aria-label' | 'anchor' | 'startAt' | 'align' | 'onClose' | 'classNames'
>

export interface MenuButtonProps extends Omit<ButtonProps, 'onClick'> {
  /** Names the menu; the button's own name is its text. */
  menuLabel: string
  /** Draws the menu. */
  menu(place: MenuPlace): ReactNode
  classNames?: SlotClassNames | undefined
}

/** A button with a menu of its own, such as a filter. The ref is the button's. */
export const MenuButton = forwardRef<HTMLButtonElement, MenuButtonProps>(function MenuButton(
  { menuLabel, menu, classNames, onKeyDown, ...rest },
  ref,
) {
  const [open, setOpen] = useState<{ anchor: HTMLElement; startAt: 'first' | 'last' | 'menu' } | null>(null)
  const id = useId()
  return (
    <>
      <Button
        {...rest}
        ref={ref}
        aria-haspopup="menu"
        aria-expanded={open !== null}
        aria-controls={open ? id : undefined}
        onClick={({ currentTarget, detail }) =>
          setOpen(open ? null : { anchor: currentTarget, startAt: detail === 0 ? 'first' : 'menu' })
        }
        onKeyDown={(event) => {
          onKeyDown?.(event)
          if (event.defaultPrevented || rest['aria-disabled']) return
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
          event.preventDefault()
          setOpen({ anchor: event.currentTarget, startAt: event.key === 'ArrowUp' ? 'last' : 'first' })
        }}
      />
      {open
        ? menu({
            ...open,
            id,
            'aria-label': menuLabel,
            align: 'start',
            onClose: () => setOpen(null),
            classNames,
          })
        : null}
    </>
  )
})
