'use client'

import type { ApiKeyManagerState } from './hooks/api-key-manager-state.js'
import { keyMenu } from './hooks/key-menu.js'
import type { ListStrings } from './locales/list-strings.js'
import { IdentifiedKey } from './parts/identified-key.js'
import { SearchField } from './parts/search-field.js'
import { type SlotClassNames, slotClass } from './parts/slot-class.js'
import { SortMenu } from './parts/sort-menu.js'
import { StatusFilter } from './parts/status-filter.js'

interface ManagerToolbarProps {
  manager: ApiKeyManagerState
  strings: ListStrings
  classNames: SlotClassNames | undefined
}

/** What the list is asked for, and whose key it is that somebody pasted. */
export function ManagerToolbar({ manager, ...look }: ManagerToolbarProps) {
  const { view, search, filters, sort, counts } = manager
  const { pasted } = search
  const waits = view === 'loading'
  return (
    <>
      <div className={slotClass('toolbar', look.classNames)}>
        <SearchField {...look} value={search.value} onValueChange={search.set} disabled={waits} />
        <StatusFilter
          {...look}
          value={filters.value}
          counts={counts}
          onToggle={filters.toggle}
          onReset={filters.reset}
          aria-disabled={waits || undefined}
        />
        <SortMenu {...look} value={sort.value} onSort={sort.set} aria-disabled={waits || undefined} />
      </div>
      {pasted ? (
        <IdentifiedKey
          {...look}
          status={pasted.status}
          {...(pasted.status === 'found' ? whatToDo(manager, pasted.key.id, pasted.key.name) : null)}
        />
      ) : null}
    </>
  )
}

/** What can be done with a key that leaked: dialogs are about keys on the page, where the search has put it. */
function whatToDo({ apiKeys, actions, dialog }: ApiKeyManagerState, id: string, name: string) {
  const key = apiKeys.find((each) => each.id === id)
  const entries = key ? keyMenu(key, (action) => actions[action]) : []
  const offer = (type: 'rotate' | 'revoke', wanted: readonly string[]) =>
    entries.some(({ entry, gate }) => wanted.includes(entry) && gate.allowed)
      ? () => dialog.open({ type, id })
      : undefined
  return {
    name,
    onRotate: offer('rotate', ['rotate']),
    onRevoke: offer('revoke', ['revoke', 'revokeOld']),
  }
}
