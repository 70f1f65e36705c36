import type { ReactNode } from 'react'
import { ListIcon } from './list-icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

/** One entry of a menu. */
export interface MenuEntry {
  /** Tells it from the others; also its `data-action`. */
  name: string
  label: string
  /** Shown at the end of its line, such as a count. */
  detail?: ReactNode | undefined
  /** `checkbox` and `radio` show whether they are chosen. @default 'action' */
  kind?: 'action' | 'checkbox' | 'radio' | undefined
  /** For a checkbox or a radio. @default false */
  checked?: boolean | undefined
  tone?: 'danger' | undefined
  /** A line stands above it. @default false */
  separated?: boolean | undefined
  /** Why it cannot be chosen now. The entry stays reachable and says so; absent: it can be chosen. */
  reason?: string | undefined
}

interface MenuLineProps {
  entry: MenuEntry
  classNames: SlotClassNames | undefined
  onChoose(): void
}

/** An entry as a menu shows it. Keys are the menu's: focus is all that a line has of its own. */
export function MenuLine({ entry, classNames, onChoose }: MenuLineProps) {
  const { kind = 'action', reason } = entry
  return (
    <>
      {entry.separated ? <hr className={slotClass('menuSeparator', classNames)} /> : null}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: its role comes with what is spread. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the menu around it handles the keys of every entry. */}
      <div
        {...(kind === 'action'
          ? { role: 'menuitem' }
          : { role: `menuitem${kind}`, 'aria-checked': entry.checked ?? false })}
        tabIndex={-1}
        data-action={entry.name}
        data-tone={entry.tone}
        aria-disabled={reason === undefined ? undefined : true}
        className={slotClass('menuItem', classNames)}
        onClick={onChoose}
        onPointerMove={(event) => event.currentTarget.focus({ preventScroll: true })}
      >
        {kind === 'action' || (classNames?.unstyled && !entry.checked) ? null : (
          <ListIcon name="check" className={ownClass('menuCheck', classNames)} />
        )}
        <span className={ownClass('menuText', classNames)}>
          {entry.label}{' '}
          {reason === undefined ? null : <span className={ownClass('menuReason', classNames)}>{reason}</span>}
        </span>{' '}
        {entry.detail === undefined ? null : (
          <span className={ownClass('menuDetail', classNames)}>{entry.detail}</span>
        )}
      </div>
    </>
  )
}
