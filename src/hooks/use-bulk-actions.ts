'use client'

import { useMemo } from 'react'
import type { LatchkeyError } from '../client/index.js'
import type { BulkActionName, BulkOutcome, BulkProgress } from './bulk-outcome.js'
import type { Gate } from './gates.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { lateActs } from './late-acts.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { useLatest } from './use-latest.js'
import { useScopedReducer } from './use-scoped-reducer.js'

/** One thing done to many keys, each by itself: what fails for one says nothing about the others. */
export interface BulkAction extends Gate, BulkProgress {
  /** Does nothing while one of the bulk actions runs. */
  mutate(ids: readonly string[]): void
  /** Never rejects: what failed is in the outcomes. */
  mutateAsync(ids: readonly string[]): Promise<readonly BulkOutcome[]>
  /** Tries those again. */
  retryFailed(): void
  /** After the request that is under way. */
  stop(): void
  /** Forgets the outcome; does nothing while it runs. */
  reset(): void
}

export interface BulkActions {
  bulkRevoke: BulkAction
  bulkDisable: BulkAction
  bulkEnable: BulkAction
}

interface BulkOptions {
  source: ApiKeySource
  gate(action: BulkActionName): Gate
  tell(event: LatchkeyEvent): void
}

/** Revokes, disables or enables many keys. One of them runs at a time. */
export function useBulkActions(options: BulkOptions): BulkActions {
  const { source, gate } = options
  const latest = useLatest(options)
  const [{ action: shown, run }, show] = useScopedReducer(newest, nothingDone, source.consumerId ?? null)

  const verbs = useMemo(() => {
    let running: { stopped: boolean } | null = null

    async function perform(action: BulkActionName, ids: readonly string[], before: BulkProgress) {
      // What was refused for good would be refused again.
      const kept = before.results.filter(({ id }) => !ids.includes(id))
      if (running || ids.length === 0) return kept
      const self = { stopped: false }
      running = self
      const { source, tell } = latest.current
      const onProgress = (run: BulkProgress) => {
        if (!run.isPending) running = null
        show({ action, run })
      }
      const total = kept.length + ids.length
      onProgress({ ...quiet, isPending: true, progress: { done: kept.length, total }, results: kept })
      return lateActs.load().then(
        ({ runBulk }) =>
          runBulk(source, { action, ids, before, kept, isStopped: () => self.stopped, onProgress, tell }),
        ({ code }: LatchkeyError) => {
          const results = [...kept, ...ids.map((id) => ({ id, ok: false, code }) as const)]
          const failedIds = results.filter(({ ok }) => !ok).map(({ id }) => id)
          const progress = { done: total, total }
          onProgress({ isPending: false, isDone: true, progress, results, failedIds, retryableIds: ids })
          tell({ type: 'bulkDone', action, keys: [], failedIds: ids })
          return results
        },
      )
    }
    return {
      perform,
      stop: () => {
        if (running) running.stopped = true
      },
      reset: () => {
        if (!running) show(nothingDone)
      },
    }
  }, [show, latest])

  const toBulkAction = (action: BulkActionName): BulkAction => {
    const mine = shown === action ? run : quiet
    return {
      ...gate(action),
      ...mine,
      mutate: (ids) => void verbs.perform(action, ids, quiet),
      mutateAsync: (ids) => verbs.perform(action, ids, quiet),
      retryFailed: () => void verbs.perform(action, mine.retryableIds, mine),
      stop: verbs.stop,
      reset: verbs.reset,
    }
  }
  return {
    bulkRevoke: toBulkAction('revoke'),
    bulkDisable: toBulkAction('disable'),
    bulkEnable: toBulkAction('enable'),
  }
}

interface Shown {
  /** null: nothing was done yet. */
  action: BulkActionName | null
  run: BulkProgress
}

const quiet: BulkProgress = {
  isPending: false,
  isDone: false,
  progress: { done: 0, total: 0 },
  results: [],
  failedIds: [],
  retryableIds: [],
}
const nothingDone: Shown = { action: null, run: quiet }

function newest(_: Shown, shown: Shown): Shown {
  return shown
}
