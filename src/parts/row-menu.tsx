import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, useMemo, useRef } from 'react'
import type { LatchkeyStrings, RowAction } from '../locales/strings.js'
import { menuDestination, typeAhead } from './menu-destination.js'
import { mergeRefs } from './merge-refs.js'
import { isDestructive, type RowMenuItem } from './row-menu-item.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { useMenuPopover } from './use-menu-popover.js'

export interface RowMenuProps extends Omit<ComponentPropsWithoutRef<'div'>, 'onSelect' | 'children'> {
  items: readonly RowMenuItem[]
  /** The button it belongs to: it is placed there, and focus goes back there. */
  anchor: HTMLElement
  /** Where focus goes first; `menu` after a pointer, which should not see an entry lit up. */
  startAt: 'first' | 'last' | 'menu'
  strings: LatchkeyStrings
  onSelect(action: RowAction): void
  onClose(): void
  classNames?: SlotClassNames | undefined
}

/**
 * The one menu that all rows share (WAI-ARIA menu button pattern). It is a native popover: the top layer lifts it
 * over whatever clips or covers the table, while theme and direction still come from around it.
 */
export const RowMenu = forwardRef<HTMLDivElement, RowMenuProps>(function RowMenu(
  { items, anchor, startAt, strings, onSelect, onClose, classNames, className, onKeyDown, ...rest },
  forwardedRef,
) {
  const menu = useRef<HTMLDivElement>(null)
  const ref = useMemo(() => mergeRefs(menu, forwardedRef), [forwardedRef])
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  useMenuPopover(menu, anchor, startAt, onClose)

  const close = () => {
    anchor.focus()
    onClose()
  }
  const choose = (item: RowMenuItem) => {
    if (item.reason !== undefined) return
    close()
    onSelect(item.action)
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const entries = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')]
    const current = event.target instanceof HTMLElement ? entries.indexOf(event.target) : -1
    const item = items[current]
    if (event.key === 'Tab') {
      // Not prevented: from its button, focus moves on as if the menu had not been there.
      close()
      return
    }
    if (event.key === 'Escape') close()
    else if (event.key === 'Enter' || event.key === ' ') {
      if (item) choose(item)
    } else {
      const letters = event.key.length === 1 ? event.key : null
      const next =
        letters === null
          ? menuDestination(event.key, current, entries.length)
          : typeAhead(typed.current, letters, event.timeStamp, textsOf(entries), current)
      if (next === null) return
      entries[next]?.focus()
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      role="menu"
      tabIndex={-1}
      {...rest}
      ref={ref}
      onKeyDown={handleKeyDown}
      className={slotClass('menu', classNames, className)}
    >
      {items.map((item, index) => (
        <MenuEntry
          key={item.action}
          item={item}
          separated={index > 0 && isDestructive(item.action)}
          strings={strings}
          classNames={classNames}
          onChoose={choose}
        />
      ))}
    </div>
  )
})

interface MenuEntryProps {
  item: RowMenuItem
  separated: boolean
  strings: LatchkeyStrings
  classNames: SlotClassNames | undefined
  onChoose(item: RowMenuItem): void
}

function MenuEntry({ item, separated, strings, classNames, onChoose }: MenuEntryProps) {
  return (
    <>
      {separated ? <hr className={slotClass('menuSeparator', classNames)} /> : null}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the menu around it handles the keys of every entry. */}
      <div
        role="menuitem"
        tabIndex={-1}
        data-action={item.action}
        data-tone={isDestructive(item.action) ? 'danger' : undefined}
        aria-disabled={item.reason === undefined ? undefined : true}
        className={slotClass('menuItem', classNames)}
        onClick={() => onChoose(item)}
        onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      >
        <span className="lk-menuText">
          {strings.menu[item.action]}{' '}
          {item.reason === undefined ? null : <span className="lk-menuReason">{item.reason}</span>}
        </span>
      </div>
    </>
  )
}

function textsOf(entries: readonly HTMLElement[]): string[] {
  return entries.map((entry) => (entry.textContent ?? '').toLocaleLowerCase())
}
