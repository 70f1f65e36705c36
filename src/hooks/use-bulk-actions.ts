'use client'

import { useMemo } from 'react'
import type { LatchkeyError } from '../client/index.js'
import {
  type BulkActionName,
  type BulkOutcome,
  type BulkRun,
  isWorthRetrying,
  reduceBulk,
} from './bulk-state.js'
import type { Gate } from './gates.js'
import type { LatchkeyEvent } from './latchkey-event.js'
import { lateActs } from './late-acts.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { useLatest } from './use-latest.js'
import { useScopedReducer } from './use-scoped-reducer.js'

/** One thing done to many keys, each by itself: what fails for one says nothing about the others. */
export interface BulkAction extends Gate {
  /** Does nothing while one of the bulk actions runs. */
  mutate(ids: readonly string[]): void
  /** Never rejects: what failed is in the outcomes. */
  mutateAsync(ids: readonly string[]): Promise<readonly BulkOutcome[]>
  isPending: boolean
  /** It was carried out, or stopped; `results` say how it went. */
  isDone: boolean
  progress: { done: number; total: number }
  results: readonly BulkOutcome[]
  /** Those that failed, and those that were never tried. */
  failedIds: readonly string[]
  /** Of those, the ones for which another try could go otherwise: not what is gone or forbidden. */
  retryableIds: readonly string[]
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
  onEvent(event: LatchkeyEvent): void
}

/** Revokes, disables or enables many keys. One of them runs at a time. */
export function useBulkActions(options: BulkOptions): BulkActions {
  const { source, gate } = options
  const latest = useLatest(options)
  const [run, dispatch] = useScopedReducer(reduceBulk, null, source.consumerId ?? null)

  const verbs = useMemo(() => {
    let running: { stopped: boolean } | null = null

    async function perform(action: BulkActionName, ids: readonly string[], before: BulkRun | null) {
      const kept = before?.results.filter((outcome) => !isWorthRetrying(outcome)) ?? []
      if (running || ids.length === 0) return kept
      const self = { stopped: false }
      running = self
      const { source } = latest.current
      const outcomes: BulkOutcome[] = []
      const onAnswer = (results: readonly BulkOutcome[]) => {
        outcomes.push(...results)
        // To those that the host said no to nothing was done, as where somebody stops it.
        dispatch({ type: 'answered', results: results.filter((outcome) => !isDeclined(outcome)) })
      }
      dispatch({ type: 'started', action, ids, kept })
      const keys = await lateActs.load().then(
        ({ runBulk }) => runBulk(source, { action, ids, isStopped: () => self.stopped, onAnswer }),
        ({ code }: LatchkeyError) => {
          onAnswer(ids.map((id) => ({ id, ok: false, code })))
          return []
        },
      )
      running = null
      if (outcomes.length > 0 && outcomes.every(isDeclined)) {
        dispatch({ type: 'declined', before })
        return [...kept, ...outcomes]
      }
      dispatch({ type: 'ended' })
      const failedIds = ids.filter((id) => !outcomes.some((outcome) => outcome.id === id && outcome.ok))
      latest.current.onEvent({ type: 'bulkDone', action, keys, failedIds })
      return [...kept, ...outcomes]
    }
    return {
      perform,
      stop: () => {
        if (running) running.stopped = true
      },
      reset: () => dispatch({ type: 'reset' }),
    }
  }, [dispatch, latest])

  const toBulkAction = (action: BulkActionName): BulkAction => {
    const mine = run?.action === action ? run : null
    const results = mine?.results ?? []
    const done = results.filter(({ ok }) => ok)
    const isPending = mine?.status === 'running'
    const failedIds = isPending
      ? []
      : (mine?.ids.filter((id) => !done.some((outcome) => outcome.id === id)) ?? [])
    const hopeless = results.filter((outcome) => !outcome.ok && !isWorthRetrying(outcome))
    const retryableIds = failedIds.filter((id) => !hopeless.some((outcome) => outcome.id === id))
    return {
      ...gate(action),
      mutate: (ids) => void verbs.perform(action, ids, null),
      mutateAsync: (ids) => verbs.perform(action, ids, null),
      isPending,
      isDone: mine?.status === 'done',
      progress: { done: results.length, total: mine?.ids.length ?? 0 },
      results,
      failedIds,
      retryableIds,
      retryFailed: () => void verbs.perform(action, retryableIds, mine),
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

function isDeclined(outcome: BulkOutcome): boolean {
  return !outcome.ok && outcome.code === 'declined'
}
