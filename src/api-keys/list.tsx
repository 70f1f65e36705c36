'use client'

import { useEffect, useState } from 'react'
import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'
import { keyMenu } from '../hooks/key-menu.js'
import type { ListStrings, RowAction } from '../locales/list-strings.js'
import { CreateButton } from '../parts/create-button.js'
import { EmptyState } from '../parts/empty-state.js'
import { ErrorState } from '../parts/error-state.js'
import { FilteredEmpty } from '../parts/filtered-empty.js'
import { KeyTable } from '../parts/key-table.js'
import type { KeyView } from '../parts/key-view.js'
import type { RowMenuItem } from '../parts/row-menu-item.js'
import { SlowNotice } from '../parts/slow-notice.js'
import { gateText } from './gate-text.js'
import { isShutOut } from './is-shut-out.js'
import { LateRowMenu } from './late-menu.js'
import { type LaterParts, lateParts } from './late-parts.js'
import { useManagerScope } from './manager-context.js'
import { useCreate } from './use-create.js'

export interface ListProps {
  /** Whether keys can be ticked: for `ApiKeys.BulkBar`, or for a part of your own that acts on them. @default false */
  selection?: boolean | undefined
  /** Whether there is a column for what keys may do; it shows where there is room. @default true */
  scopes?: boolean | undefined
}

/** What there is to see of the keys: the table, or why there is none and what to do about it. */
export function List({ selection = false, scopes = true }: ListProps) {
  const scope = useManagerScope()
  const { reason, open } = useCreate()
  const [copied, setCopied] = useState<{ id: string } | null>(null)
  useEffect(() => {
    if (copied === null) return
    const timer = setTimeout(() => setCopied(null), copiedForMs)
    return () => clearTimeout(timer)
  }, [copied])
  const { manager, isLive, look, format, table } = scope
  const { view, error, search, filters } = manager
  const { strings, classNames } = look
  const headingLevel = headingBelow[scope.headingLevel]
  switch (view) {
    case 'error':
    case 'offline':
      return (
        <ErrorState
          {...look}
          headingLevel={headingLevel}
          error={error ?? { code: 'offline' }}
          onRetry={isShutOut(manager) ? undefined : manager.refetch}
          retrying={manager.isFetching}
          waitSeconds={manager.retryInSeconds}
        />
      )
    case 'empty': {
      const { create } = manager.actions
      const canCreate = create.reason !== 'not_permitted' && create.reason !== 'unsupported'
      return (
        <EmptyState {...look} headingLevel={headingLevel} canCreate={canCreate}>
          <CreateButton
            aria-disabled={isLive ? undefined : true}
            reason={reason}
            onClick={open}
            classNames={classNames}
          >
            {strings.empty.action}
          </CreateButton>
        </EmptyState>
      )
    }
    case 'filtered-empty':
      return (
        <FilteredEmpty
          {...look}
          headingLevel={headingLevel}
          search={search.debouncedValue}
          onClear={() => {
            search.clear()
            filters.reset()
          }}
        />
      )
    default:
      return (
        <>
          <KeyTable
            {...look}
            ref={table}
            format={format}
            keys={manager.apiKeys}
            now={manager.nowMs}
            live={isLive}
            loading={view === 'loading'}
            refreshing={isLive && manager.isFetching && view === 'ready'}
            outdated={manager.isPlaceholderData}
            actionsFor={menusOf(manager, strings)}
            menu={LateRowMenu}
            onAction={(action, key) => act(action, key, { scope, onCopied: () => setCopied({ id: key.id }) })}
            copiedId={copied?.id}
            selection={selection && canBulk(manager) ? manager.selection : undefined}
            sort={manager.sort.value}
            onSort={manager.sort.set}
            usage={usageOf(manager)}
            scopes={scopes}
            lacks={manager.capabilities?.lacks}
          />
          {manager.isSlow ? <SlowNotice {...look} onRetry={manager.refetch} /> : null}
        </>
      )
  }
}

/** How long an id that was copied is said to be, in milliseconds. */
const copiedForMs = 2000

const headingBelow = { 2: 3, 3: 4, 4: 5 } as const

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

/** One menu for all keys of a kind: a table asks for each of its rows whether there is one. */
function menusOf({ actions, capabilities }: ApiKeyManagerState, strings: ListStrings) {
  const known: Record<string, readonly RowMenuItem[]> = {}
  return (key: KeyView): readonly RowMenuItem[] => {
    const kind = key.managedBy ? 'managed' : key.status
    known[kind] ??= keyMenu(key, (name) => actions[name]).map(({ entry, gate }) => ({
      action: entry,
      reason: gateText(gate, strings, capabilities),
    }))
    return known[kind]
  }
}

/** F2 asks for its dialog by itself. All else is asked for in the menu, and came with it. */
function act(action: RowAction, key: KeyView, at: Parameters<LaterParts['actOnRow']>[2]): void {
  if (action === 'rename') at.scope.manager.dialog.open({ type: action, id: key.id })
  else lateParts.loaded()?.actOnRow(action, key, at)
}
