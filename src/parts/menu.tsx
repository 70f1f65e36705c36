import { type ComponentPropsWithoutRef, forwardRef, type KeyboardEvent, useMemo, useRef } from 'react'
import { menuDestination, typeAhead } from './menu-destination.js'
import { type MenuEntry, MenuLine } from './menu-line.js'
import { mergeRefs } from './merge-refs.js'
import { type SlotClassNames, slotClass } from './slot-class.js'
import { useMenuPopover } from './use-menu-popover.js'

export interface MenuProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  entries: readonly MenuEntry[]
  /** The button it belongs to: it is placed there, and focus goes back there. */
  anchor: HTMLElement
  /** Where focus goes first; `menu` after a pointer, which should not see an entry lit up. */
  startAt: 'first' | 'last' | 'menu'
  /** Which ends of menu and button stand in one line. @default 'end' */
  align?: 'start' | 'end' | undefined
  onChoose(index: number): void
  onClose(): void
  classNames?: SlotClassNames | undefined
}

/**
 * The menu of rows and of the toolbar (WAI-ARIA menu button pattern). It is a native popover: the top layer lifts it
 * over whatever clips or covers the table, while theme and direction still come from around it. Of checkboxes several
 * can be chosen in one go: only Enter closes as well.
 */
export const Menu = forwardRef<HTMLDivElement, MenuProps>(function Menu(
  { entries, anchor, startAt, align = 'end', onChoose, onClose, classNames, className, onKeyDown, ...rest },
  forwardedRef,
) {
  const menu = useRef<HTMLDivElement>(null)
  const ref = useMemo(() => mergeRefs(menu, forwardedRef), [forwardedRef])
  const typed = useRef({ text: '', at: Number.NEGATIVE_INFINITY })
  useMenuPopover(menu, anchor, startAt, align, onClose)

  const close = () => {
    anchor.focus()
    onClose()
  }
  const choose = (index: number, stays: boolean) => {
    if (entries[index] === undefined || entries[index].reason !== undefined) return
    if (!stays) close()
    onChoose(index)
  }
  const handleKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    onKeyDown?.(event)
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
    const elements = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^="menuitem"]')]
    const current = event.target instanceof HTMLElement ? elements.indexOf(event.target) : -1
    if (event.key === 'Tab') {
      // Not prevented: from its button, focus moves on as if the menu had not been there.
      close()
      return
    }
    if (event.key === 'Enter') choose(current, false)
    else if (event.key === ' ') choose(current, entries[current]?.kind === 'checkbox')
    else {
      const letters = event.key.length === 1 ? event.key : null
      const next =
        letters === null
          ? menuDestination(event.key, current, elements.length)
          : typeAhead(typed.current, letters, event.timeStamp, textsOf(elements), current)
      if (next === null) return
      elements[next]?.focus()
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
      {entries.map((entry, index) => (
        <MenuLine
          key={entry.name}
          entry={entry}
          classNames={classNames}
          onChoose={() => choose(index, entry.kind === 'checkbox')}
        />
      ))}
    </div>
  )
})

function textsOf(elements: readonly HTMLElement[]): string[] {
  return elements.map((element) => (element.textContent ?? '').toLocaleLowerCase())
}
