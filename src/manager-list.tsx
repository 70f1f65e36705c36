'use client'

import { type ReactNode, useRef } from 'react'
import { gateText } from './gate-text.js'
import type { ApiKeyManagerState } from './hooks/api-key-manager-state.js'
import { copyText } from './hooks/copy-text.js'
import { keyMenu } from './hooks/key-menu.js'
import type { ApiKeyView } from './hooks/to-api-key-view.js'
import type { Announcer } from './hooks/use-announcer.js'
import { isShutOut } from './is-shut-out.js'
import type { Formatters } from './locales/create-formatters.js'
import type { ListStrings, RowAction } from './locales/list-strings.js'
import type { StringsAtFirst } from './locales/strings.js'
import { ManagerBulk } from './manager-bulk.js'
import { ManagerHygiene } from './manager-hygiene.js'
import { EmptyState } from './parts/empty-state.js'
import { ErrorState } from './parts/error-state.js'
import { FilteredEmpty } from './parts/filtered-empty.js'
import { KeyTable } from './parts/key-table.js'
import type { KeyView } from './parts/key-view.js'
import { Notice } from './parts/notice.js'
import { Pager } from './parts/pager.js'
import { type SlotClassNames, slotClass } from './parts/slot-class.js'
import { SummaryLine } from './parts/summary-line.js'

interface ManagerListProps {
  manager: ApiKeyManagerState
  announce: Announcer['announce']
  headingLevel: 3 | 4 | 5
  /** The way to the first key. */
  createButton: ReactNode
  strings: StringsAtFirst
  format: Formatters
  classNames: SlotClassNames | undefined
}

/** What there is to see of the keys: the table, or why there is none. */
export function ManagerList(props: ManagerListProps) {
  const { manager, announce, headingLevel, createButton, strings, format, classNames } = props
  const { view, error, search, filters, pagination, selection, nowMs: now } = manager
  const table = useRef<HTMLDivElement>(null)
  const selectAll = () => table.current?.querySelector<HTMLElement>('thead input') ?? null
  // Parts hand on what they do not know to their element: give each what it takes, and no more.
  const look = { strings, classNames }
  if (view === 'error' || view === 'offline') {
    return (
      <ErrorState
        {...look}
        headingLevel={headingLevel}
        error={error ?? { code: 'offline' }}
        onRetry={isShutOut(manager) ? undefined : manager.refetch}
        retrying={manager.isFetching}
      />
    )
  }
  if (view === 'empty') {
    const { reason } = manager.actions.create
    const canCreate = reason !== 'not_permitted' && reason !== 'unsupported'
    return (
      <EmptyState {...look} headingLevel={headingLevel} canCreate={canCreate}>
        {createButton}
      </EmptyState>
    )
  }
  return (
    <>
      {manager.isError && !manager.isOffline ? (
        <Notice tone="warning" classNames={classNames}>
          {strings.error.staleData(format.dateTime(manager.dataUpdatedAt))}
        </Notice>
      ) : null}
      {view === 'filtered-empty' ? (
        <FilteredEmpty
          {...look}
          headingLevel={headingLevel}
          search={search.debouncedValue}
          onClear={() => {
            search.clear()
            filters.reset()
          }}
        />
      ) : (
        <KeyTable
          {...look}
          ref={table}
          format={format}
          keys={manager.apiKeys}
          now={now}
          loading={view === 'loading'}
          refreshing={manager.isFetching && view === 'ready'}
          outdated={manager.isPlaceholderData}
          actionsFor={(key) => menuOf(manager, key, strings)}
          onAction={(action, key) => act(action, key, props)}
          selection={canBulk(manager) ? selection : undefined}
          sort={manager.sort.value}
          onSort={manager.sort.set}
          usage={usageOf(manager)}
          scopes
        />
      )}
      <ManagerBulk {...look} manager={manager} announce={announce} fallbackFocus={selectAll} />
      <div className={slotClass('listFooter', classNames)}>
        {manager.counts ? <SummaryLine {...look} counts={manager.counts} /> : null}
        <Pager
          {...look}
          onPrevious={pagination.hasPrevious ? pagination.previous : undefined}
          onNext={pagination.hasNext ? pagination.next : undefined}
          range={rangeOf(pagination)}
          pageSize={pagination.pageSize}
          onPageSize={pagination.setPageSize}
        />
      </div>
      <ManagerHygiene {...look} manager={manager} onReview={() => selectAll()?.focus()} />
    </>
  )
}

/** Whether there is anything to do with several keys; where not, nothing is there to select them with. */
function canBulk({ actions }: ApiKeyManagerState): boolean {
  const { bulkRevoke, bulkDisable, bulkEnable } = actions
  return [bulkRevoke, bulkDisable, bulkEnable].some(
    ({ reason }) => reason !== 'unsupported' && reason !== 'not_permitted',
  )
}

function usageOf({ usage, usageStatus }: ApiKeyManagerState) {
  return usageStatus === null
    ? undefined
    : { status: usageStatus, data: usage ? { series: usage } : undefined }
}

function rangeOf({ page, pageSize, total }: ApiKeyManagerState['pagination']) {
  if (total === null || total === 0) return undefined
  return { first: (page - 1) * pageSize + 1, last: Math.min(page * pageSize, total), total }
}

function menuOf({ actions, capabilities }: ApiKeyManagerState, key: KeyView, strings: ListStrings) {
  return keyMenu(key, (name) => actions[name]).map(({ entry, gate }) => ({
    action: entry,
    reason: gateText(gate, strings, capabilities),
  }))
}

function act(
  action: RowAction,
  { id }: Pick<ApiKeyView, 'id'>,
  { manager, announce, strings }: ManagerListProps,
) {
  switch (action) {
    case 'details':
    case 'rename':
    case 'edit':
    case 'extend':
    case 'rotate':
    case 'revoke':
      return manager.dialog.open({ type: action, id })
    case 'revokeOld':
      return manager.dialog.open({ type: 'revoke', id })
    case 'enable':
    case 'disable':
      return manager.actions.setEnabled.mutate({ id, enabled: action === 'enable' })
    case 'copyId':
      void copyText(id).then(({ ok }) => {
        if (ok) return announce(strings.announce.copied)
        announce(strings.announce.idNotCopied, 'assertive')
        manager.dialog.open({ type: 'details', id })
      })
  }
}
