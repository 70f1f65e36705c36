import type { ClientErrorCode } from '../client/index.js'
import type { BulkAction as BulkActionName } from '../contract/index.js'

export type { BulkActionName }

/** How it went for one key. */
export type BulkOutcome = { id: string; ok: true } | { id: string; ok: false; code: ClientErrorCode }

/** One thing that is done to many keys. */
export interface BulkRun {
  action: BulkActionName
  ids: readonly string[]
  status: 'running' | 'done'
  /** Of those that were done so far. */
  results: readonly BulkOutcome[]
}

/** Whether trying again could go otherwise; what was refused for good would be refused again. */
export function isWorthRetrying(outcome: BulkOutcome): boolean {
  return !outcome.ok && !refusedForGood.has(outcome.code)
}

const refusedForGood: ReadonlySet<ClientErrorCode> = new Set([
  'not_found',
  'forbidden',
  'key_not_updatable',
  'bad_request',
  'method_not_allowed',
])

export type BulkEvent =
  | { type: 'started'; action: BulkActionName; ids: readonly string[]; kept: readonly BulkOutcome[] }
  | { type: 'answered'; results: readonly BulkOutcome[] }
  | { type: 'ended' }
  /** The host said no, and nothing was done: it is as it was. */
  | { type: 'declined'; before: BulkRun | null }
  | { type: 'reset' }

export function reduceBulk(run: BulkRun | null, event: BulkEvent): BulkRun | null {
  switch (event.type) {
    case 'started': {
      const { action, ids, kept } = event
      return { action, ids: [...kept.map(({ id }) => id), ...ids], status: 'running', results: kept }
    }
    case 'answered':
      return run && { ...run, results: [...run.results, ...event.results] }
    case 'ended':
      return run && { ...run, status: 'done' }
    case 'declined':
      return event.before
    case 'reset':
      return run?.status === 'running' ? run : null
  }
}
