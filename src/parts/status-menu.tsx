import { type KeyCounts, type KeyFilter, keyFilters, keyFlags } from '../contract/index.js'
import type { ListStrings } from '../locales/list-strings.js'
import { Menu } from './menu.js'
import type { MenuPlace } from './menu-button.js'
import type { MenuEntry } from './menu-line.js'
import { statusWord } from './status-word.js'

export interface StatusChoice {
  /** Empty: every status. */
  value: readonly KeyFilter[]
  onToggle(status: KeyFilter): void
  onReset(): void
  /** Statuses that no key can have. @default none */
  lacks?: readonly string[] | undefined
  /** How many keys have each status; null: not known yet. @default null */
  counts?: KeyCounts | null | undefined
  strings: ListStrings
}

export interface StatusMenuProps extends MenuPlace, StatusChoice {}

/** The statuses to choose from, of which several can be chosen without the menu closing. */
export function StatusMenu(props: StatusMenuProps) {
  const { value, onToggle, onReset, lacks, counts = null, strings, ...place } = props
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
    <Menu
      {...place}
      entries={entries}
      onChoose={(index) => {
        const status = filters[index - 1]
        if (status) onToggle(status)
        else onReset()
      }}
    />
  )
}
