import type { ListStrings } from '../locales/list-strings.js'
import type { KeyView } from './key-view.js'
import { labelName } from './label-name.js'
import { ListIcon } from './list-icon.js'
import { ownClass } from './own-class.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface RowMenuButtonProps {
  view: KeyView
  menuOpen: boolean
  /** Somebody hears a click. */
  live: boolean
  /** Something of this key was copied just now, which is shown where it was asked for. */
  copied: boolean
  onMenu(id: string, button: HTMLElement, startAt: 'first' | 'last' | 'menu'): void
  onRename(id: string): void
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

/**
 * Opens the menu that all rows share. F2 renames, as in a file list. Called, not rendered, and without a `Button` and
 * its icon: the stylesheet draws the three dots, so that a row has three nodes less.
 */
export function rowMenuButton(props: RowMenuButtonProps) {
  const { view, menuOpen, live, copied, onMenu, onRename, strings, classNames } = props
  const isShut = view.pending !== null || !live
  return (
    <button
      type="button"
      data-variant="ghost"
      data-size="icon"
      className={ownClass('button', classNames, slotClass('actions', classNames))}
      aria-label={strings.menu.label(labelName(view, strings))}
      data-copied={copied || undefined}
      aria-haspopup="menu"
      aria-expanded={menuOpen}
      aria-disabled={isShut || undefined}
      onClick={(event) => {
        if (isShut) event.preventDefault()
        else onMenu(view.id, event.currentTarget, event.detail === 0 ? 'first' : 'menu')
      }}
      onKeyDown={(event) => {
        if (isShut) return
        if (event.key === 'F2') onRename(view.id)
        else if (event.key === 'ArrowDown') onMenu(view.id, event.currentTarget, 'first')
        else if (event.key === 'ArrowUp') onMenu(view.id, event.currentTarget, 'last')
        else return
        event.preventDefault()
      }}
    >
      {copied ? <ListIcon name="check" /> : classNames?.unstyled ? <ListIcon name="more" /> : null}
    </button>
  )
}
