'use client'

import { type RefObject, useState } from 'react'
import { toInstant } from '../contract/index.js'
import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'
import { keyMenu } from '../hooks/key-menu.js'
import type { ApiKeyView } from '../hooks/to-api-key-view.js'
import type { Announcer } from '../hooks/use-announcer.js'
import { useOverdue } from '../hooks/use-overdue.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { StringsAtFirst } from '../locales/strings.js'
import type { ActivityView } from '../parts/activity-list.js'
import { CreateDialog } from '../parts/create-dialog.js'
import { DetailsDialog } from '../parts/details-dialog.js'
import { EditDialog } from '../parts/edit-dialog.js'
import { ExtendDialog } from '../parts/extend-dialog.js'
import { RenameDialog } from '../parts/rename-dialog.js'
import { RevokeDialog } from '../parts/revoke-dialog.js'
import { RotateDialog } from '../parts/rotate-dialog.js'
import type { SecretTools } from '../parts/secret-view.js'
import type { SlotClassNames } from '../parts/slot-class.js'
import { useWholeStrings } from './use-whole-strings.js'

/** How long somebody waits for a key before they may give up, in milliseconds. */
const callOffAfterMs = 10_000

export interface KeyDialogsProps {
  manager: ApiKeyManagerState
  /** Gets the focus back after a create: by then the button that opened the dialog may be gone. */
  createButton: RefObject<HTMLButtonElement | null>
  announce: Announcer['announce']
  tools?: SecretTools | undefined
  strings: StringsAtFirst
  format: Formatters
  classNames: SlotClassNames | undefined
}

/** The dialogs of a manager, of which at most one is open. A secret is shown in the dialog that it came from. */
export function KeyDialogs({ manager, createButton, announce, tools, ...given }: KeyDialogsProps) {
  const look = { ...given, strings: useWholeStrings(given.strings) }
  const { dialog, secret, actions, capabilities, apiKeys, nowMs: now } = manager
  const { state } = dialog
  const find = (wanted: string | undefined) => apiKeys.find(({ id }) => id === wanted) ?? null
  const id = state && 'id' in state ? state.id : undefined
  const view = useKept(find(id), id)
  const successor = find(view?.rotation?.replacedById)
  const predecessor = find(view?.rotation?.replacesId)
  const secretOf = secret.isOpen ? (secret.origin ?? 'create') : null
  const { create, rotate, revoke, update, setEnabled, extendOverlap } = actions
  const canDisable = setEnabled.allowed && (view?.status === 'active' || view?.status === 'expiring')
  const isSlow = useOverdue(create.isPending, callOffAfterMs)
  const shared = { ...look, onClose: dialog.close, announce, now, capabilities }
  /** A way from the details to another dialog, where this key's menu has it and it is allowed now. */
  const offer = (entry: 'edit' | 'extend' | 'revokeOld') => {
    if (view === null) return undefined
    const found = keyMenu(view, (name) => actions[name]).find((each) => each.entry === entry)
    if (!found?.gate.allowed) return undefined
    return () => dialog.open({ type: entry === 'revokeOld' ? 'revoke' : entry, id: view.id })
  }
  return (
    <>
      <CreateDialog
        {...shared}
        open={state?.type === 'create' || secretOf === 'create'}
        secret={secretOf === 'create' ? secret : null}
        tools={tools}
        catalogue={manager.scopes.catalogue}
        cataloguePending={manager.scopes.isPending}
        onRetryCatalogue={manager.scopes.error ? manager.scopes.refetch : undefined}
        initial={state?.type === 'create' ? state.draft : undefined}
        link={state?.type === 'create' ? state.link : undefined}
        pending={create.isPending}
        error={create.error}
        onSubmit={create.mutate}
        onCallOff={isSlow ? () => secret.callOff('create') : undefined}
        returnFocus={() => createButton.current}
      />
      <RotateDialog
        {...shared}
        open={state?.type === 'rotate' || secretOf === 'rotate'}
        view={view}
        secret={secretOf === 'rotate' ? secret : null}
        tools={tools}
        pending={rotate.isPending}
        error={rotate.error}
        onSubmit={(overlapSeconds) => view && rotate.mutate({ id: view.id, overlapSeconds })}
      />
      <RevokeDialog
        {...shared}
        open={state?.type === 'revoke'}
        view={view}
        predecessor={predecessor}
        successor={successor}
        pending={revoke.isPending}
        error={revoke.error}
        onSubmit={() => view && revoke.mutate({ id: view.id })}
        onDisable={
          view && canDisable
            ? () => {
                dialog.close()
                setEnabled.mutate({ id: view.id, enabled: false })
              }
            : undefined
        }
      />
      <RenameDialog
        {...shared}
        open={state?.type === 'rename'}
        view={view}
        pending={update.isPending}
        error={update.error}
        onSubmit={(name) => view && update.mutate({ id: view.id, patch: { name } })}
      />
      <EditDialog
        {...shared}
        open={state?.type === 'edit'}
        view={view}
        catalogue={manager.scopes.catalogue}
        pending={update.isPending}
        error={update.error}
        onSubmit={(patch, version) => view && update.mutate({ id: view.id, patch, version })}
      />
      <ExtendDialog
        {...shared}
        open={state?.type === 'extend'}
        view={view}
        counterpart={successor}
        pending={extendOverlap.isPending}
        error={extendOverlap.error}
        onSubmit={(endMs) => view && extendOverlap.mutate({ id: view.id, overlapEndsAt: toInstant(endMs) })}
      />
      <DetailsDialog
        {...shared}
        open={state?.type === 'details'}
        view={view}
        predecessor={predecessor}
        successor={successor}
        onOpenKey={(id) => dialog.open({ type: 'details', id })}
        onEdit={offer('edit')}
        onExtend={offer('extend')}
        onRevoke={offer('revokeOld')}
        usage={(view && manager.usage?.[view.id]) ?? null}
        activity={toActivityView(manager.activity)}
      />
    </>
  )
}

/** A key as it was last seen: one that leaves the page, e.g. because it no longer has the status, is still asked about. */
function useKept(view: ApiKeyView | null, id: string | undefined): ApiKeyView | null {
  const [kept, keep] = useState(view)
  if (view && view !== kept) keep(view)
  return view ?? (kept?.id === id ? kept : null)
}

function toActivityView(activity: ApiKeyManagerState['activity']): ActivityView | null {
  if (activity.isUnsupported) return null
  const { events, isPending, error, isLoadingMore } = activity
  return {
    events: isPending || (error && events.length === 0) ? null : events,
    error,
    isFetching: isPending || isLoadingMore,
    onRetry: activity.refetch,
    onMore: activity.hasMore ? activity.loadMore : undefined,
  }
}
