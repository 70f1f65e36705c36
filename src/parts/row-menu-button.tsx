import type { ListStrings } from '../locales/list-strings.js'
import { Button } from './button.js'
import { Icon } from './icon.js'
import type { KeyView } from './key-view.js'
import { labelName } from './label-name.js'
import { type SlotClassNames, slotClass } from './slot-class.js'

export interface RowMenuButtonProps {
  view: KeyView
  menuOpen: boolean
  onMenu(id: string, button: HTMLElement, startAt: 'first' | 'last' | 'menu'): void
  onRename(id: string): void
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

/** Opens the menu that all rows share. F2 renames, as in a file list. */
export function RowMenuButton(props: RowMenuButtonProps) {
  const { view, menuOpen, onMenu, onRename, strings, classNames } = props
  return (
    <Button
      variant="ghost"
      size="icon"
      className={slotClass('actions', classNames)}
      aria-label={strings.menu.label(labelName(view, strings))}
      aria-haspopup="menu"
      aria-expanded={menuOpen}
      aria-disabled={view.pending === null ? undefined : true}
      onClick={(event) => onMenu(view.id, event.currentTarget, event.detail === 0 ? 'first' : 'menu')}
      onKeyDown={(event) => {
        if (view.pending !== null) return
        if (event.key === 'F2') onRename(view.id)
        else if (event.key === 'ArrowDown') onMenu(view.id, event.currentTarget, 'first')
        else if (event.key === 'ArrowUp') onMenu(view.id, event.currentTarget, 'last')
        else return
        event.preventDefault()
      }}
    >
      <Icon name="more" />
    </Button>
  )
}
