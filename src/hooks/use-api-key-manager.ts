'use client'

import { hashKey } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { KeyPage } from '../contract/index.js'
import type { ApiKeyManagerState } from './api-key-manager-state.js'
import { apiKeyQueries } from './api-key-queries.js'
import { type Permissions, toGate } from './gates.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { preloadActs } from './late-acts.js'
import { isAnyLost } from './secret-state.js'
import { seededAt } from './seeded-at.js'
import { createServerClock } from './server-clock.js'
import { toListOutcome } from './to-list-outcome.js'
import { toPagination } from './to-pagination.js'
import { useAnsweredNarrowing } from './use-answered-narrowing.js'
import { useApiKeyActivity } from './use-api-key-activity.js'
import { type ApiKeySourceOptions, useApiKeySource } from './use-api-key-source.js'
import { useApiKeyUsage } from './use-api-key-usage.js'
import { useApiKeysQuery } from './use-api-keys-query.js'
import { toDialogControl, useDialogRequest } from './use-dialog.js'
import { useFreshIds } from './use-fresh-ids.js'
import { useKeyActions } from './use-key-actions.js'
import { useKeyPolicy } from './use-key-policy.js'
import { useKeySelection } from './use-key-selection.js'
import { useKeyVerbs } from './use-key-verbs.js'
import { useKeyViews } from './use-key-views.js'
import { useLastFailure } from './use-last-failure.js'
import { useLatest } from './use-latest.js'
import { type ListControlsOptions, useListControls } from './use-list-controls.js'
import { useOnline } from './use-online.js'
import { useOverdue } from './use-overdue.js'
import { usePageClamp } from './use-page-clamp.js'
import { usePastedKey } from './use-pasted-key.js'
import { usePreloaded } from './use-preloaded.js'
import { useRetryAfter } from './use-retry-after.js'
import { type SecretController, useRevealedSecret } from './use-revealed-secret.js'
import { type SeedOptions, useSeed } from './use-seed.js'

export interface UseApiKeyManagerOptions extends ApiKeySourceOptions, SeedOptions, ListControlsOptions {
  /** What the host lets this person do. The server enforces it; this keeps the UI honest. @default everything */
  permissions?: Permissions | undefined
  /** How long a secret may stay on the page, in milliseconds. @default 600000 */
  secretTtlMs?: number | undefined
  /** Whether `usage` is asked for, once for each page of keys. @default false; with markup, true */
  withUsage?: boolean | undefined
  /** @default 'masked' */
  revealMode?: 'masked' | 'shown' | undefined
  /** Milliseconds since the epoch. @default this machine's clock, put right by the server's where it is off by minutes */
  now?: (() => number) | undefined
  /** Told what happens. Never carries a secret. */
  onEvent?: ((event: LatchkeyEvent) => void) | undefined
}

/** The whole of key management without markup. */
export function useApiKeyManager(options: UseApiKeyManagerOptions = {}): ApiKeyManagerState {
  const { permissions = {}, consumerId } = options
  const source = useApiKeySource(options)
  const serverClock = useMemo(() => createServerClock(source.client), [source.client])
  const now = options.now ?? serverClock
  const online = useOnline()
  const controls = useListControls(options, source.client)
  const { queryKey: listKey } = apiKeyQueries.list(source, controls.params)
  const list = useApiKeysQuery(controls.params, { ...source, ...useSeed(options, controls.state) })
  const { capabilities, scopes, isPending: isPolicyPending } = useKeyPolicy(source)
  const [freshIds, addFresh] = useFreshIds()
  const [dialogRequest, dispatchDialog] = useDialogRequest(consumerId)

  const host = useLatest(options.onEvent)
  const secret: SecretController = useRevealedSecret({
    ...options,
    now,
    onNotice: (notice) => onEvent(notice),
  })
  const onEvent = (event: LatchkeyEvent) => {
    const { type } = event
    if (type === 'created' || type === 'rotated') addFresh(event.key.id)
    if (type === 'created' || type === 'rotated' || type === 'revoked' || type === 'updated') {
      dispatchDialog({ type: 'done', act: type })
    }
    // The secret step says that nobody knows what happened. Behind it, a form that offers to try again would mislead.
    if (type === 'failed' && isAnyLost(secret.door.getState())) {
      dispatchDialog({ type: 'closed' })
    }
    host.current?.(event)
  }

  // Whoever is no longer signed in sees nobody's keys (UI-12).
  const page: KeyPage | undefined = list.error?.code === 'unauthenticated' ? undefined : list.data
  const counts = page?.counts ?? null
  const gateFacts = { client: source.client, permissions, capabilities, counts, online }
  const { actions, stateOf, dismiss } = useKeyActions({
    source,
    secret,
    now,
    onEvent,
    gate: (action) => toGate(action, gateFacts),
  })
  // What a server rendered and what takes it over must say the same, minutes later and by another clock.
  const seededMs = seededAt(options, list.dataUpdatedAt)
  const views = useKeyViews(page?.keys, { now, seededMs, freshIds, stateOf })
  usePageClamp(list, controls)
  usePreloaded(preloadActs, list.isSuccess && online)

  const { search } = controls.state
  const failure = useLastFailure(list, hashKey(listKey))
  // The last try after a refusal ends after as many seconds: a word that this is slow would go as soon as it came.
  const isRefused = list.failureReason !== null && list.failureReason.code !== 'timeout'
  const askAgain = async () => {
    // TanStack Query would wait for the first request for as long as that takes: who asks again wants another one.
    if (list.isPending) await source.queryClient.cancelQueries({ queryKey: listKey, exact: true })
    await list.refetch()
  }
  const outcome = toListOutcome(list, {
    page,
    failure,
    online,
    search,
    isNarrowed: useAnsweredNarrowing(list, controls.state),
  })
  const [pasted, look] = usePastedKey(source)
  const apiKeys = useMemo(
    () => (search.mode === 'key' ? views.apiKeys.filter(({ id }) => id === search.id) : views.apiKeys),
    [views.apiKeys, search],
  )
  const ids = useMemo(() => page?.keys.map(({ id }) => id) ?? [], [page?.keys])
  const withUsage =
    (options.withUsage ?? false) &&
    source.client.usage !== undefined &&
    capabilities?.operations.includes('usage') !== false
  const usage = useApiKeyUsage(ids, { ...source, enabled: withUsage })
  return {
    apiKeys,
    nowMs: views.nowMs,
    ...outcome,
    refetch: () => void askAgain(),
    ...useKeyVerbs(actions),
    counts,
    isSlow: useOverdue(outcome.view === 'loading' && !isRefused, 3000),
    retryInSeconds: useRetryAfter(failure),
    search: {
      ...controls.search,
      isSearching: controls.isUnsettled || outcome.isPlaceholderData,
      pasted,
      set(text) {
        look(text)
        controls.search.set(text)
      },
      clear() {
        look('')
        controls.search.clear()
      },
    },
    filters: controls.filters,
    sort: controls.sort,
    pagination: toPagination(controls, page, list.isPlaceholderData),
    selection: useKeySelection(apiKeys, { consumerId }),
    actions,
    getKeyState: (id) => ({ ...stateOf(id), dismiss: () => dismiss(id) }),
    secret,
    dialog: toDialogControl(dialogRequest, dispatchDialog, { secret, actions, dismiss }),
    capabilities,
    isPolicyPending,
    scopes,
    usage: usage.data?.series ?? null,
    usageStatus: withUsage ? usage.status : null,
    activity: useApiKeyActivity(dialogRequest?.type === 'details' ? dialogRequest.id : null, source),
  }
}
