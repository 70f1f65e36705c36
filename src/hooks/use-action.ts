'use client'

import { type LatchkeyError, toLatchkeyError } from '../client/index.js'
import type { ActionName, Gate } from './gates.js'
import { type KeyActEvent, type KeyActName, quietKey } from './key-states.js'
import { knownQueries } from './known-queries.js'
import { lateActs } from './late-acts.js'
import type { ActAnswers, ActInputs, ActName, ActOrder } from './perform-act.js'
import { useScopedReducer } from './use-scoped-reducer.js'

/** A mutation as TanStack Query has it, with whether it may be used now. `data` never holds a secret. */
export interface Action<V, D> extends Gate {
  mutate(variables: V): void
  mutateAsync(variables: V): Promise<D>
  status: 'idle' | 'pending' | 'success' | 'error'
  isIdle: boolean
  isPending: boolean
  isSuccess: boolean
  isError: boolean
  error: LatchkeyError | null
  variables: V | undefined
  data: D | undefined
  /** Milliseconds since the epoch; 0 before the first time. */
  submittedAt: number
  /** Forgets the last outcome, e.g. when its dialog opens again. */
  reset(): void
}

/** How it goes with what was asked for last. */
type Progress<V, D> = Pick<Action<V, D>, 'status' | 'error' | 'variables' | 'data' | 'submittedAt'>

interface Step<V, D> {
  /** It holds only where this is still what is shown: not after a reset, nor where it was asked for again. Absent: always. */
  from?: Progress<V, D>
  to: Progress<V, D>
}

export interface ActionOptions {
  order: Omit<ActOrder, 'known'>
  gate(action: ActionName): Gate
  /** Told how it is with the key that something is done to. */
  onKey(event: KeyActEvent): void
}

/**
 * One of the acts: whether it may be done, and how it went for the consumer that is shown now. What it does is fetched
 * when it is first asked for, and is pending from then on.
 */
export function useAction<N extends ActName>(
  name: N,
  { order, gate, onKey }: ActionOptions,
): Action<ActInputs[N], ActAnswers[N]> {
  type Shown = Progress<ActInputs[N], ActAnswers[N]>
  const { source, tell } = order
  const [shown, show] = useScopedReducer<Shown, Step<ActInputs[N], ActAnswers[N]>>(
    (shown, { from = shown, to }) => (shown === from ? to : shown),
    idle,
    source.consumerId ?? null,
  )
  const action = permissionFor(name)

  async function run(input: ActInputs[N]): Promise<ActAnswers[N]> {
    const id = 'id' in input ? input.id : null
    const act = keyActOf(name, input)
    const onIts = (state?: KeyActEvent['state']) => id !== null && onKey({ id, state })
    const from: Shown = { ...idle, status: 'pending', variables: input, submittedAt: Date.now() }
    show({ to: from })
    onIts({ ...quietKey, pending: act })
    const known = knownQueries(source)
    try {
      const { performAct } = await lateActs.load()
      const data = await performAct(name, { ...order, known }, input)
      show({ from, to: { ...from, status: 'success', data } })
      onIts()
      return data
    } catch (thrown) {
      const error = toLatchkeyError(thrown)
      if (error.code === 'declined') {
        // Nothing happened, and nothing went wrong either.
        show({ from, to: idle })
        onIts()
      } else {
        show({ from, to: { ...from, status: 'error', error } })
        onIts({ ...quietKey, failed: act, error, retry: () => void run(input).catch(() => undefined) })
        tell({ type: 'failed', action, keyId: id, error })
      }
      throw error
    }
  }

  const { status } = shown
  return {
    ...gate(action),
    ...shown,
    isIdle: status === 'idle',
    isPending: status === 'pending',
    isSuccess: status === 'success',
    isError: status === 'error',
    mutate: (input) => void run(input).catch(() => undefined),
    mutateAsync: run,
    reset: () => show({ to: idle }),
  }
}

const idle = { status: 'idle', error: null, data: undefined, submittedAt: 0, variables: undefined } as const

function permissionFor(name: ActName): ActionName {
  return name === 'extendOverlap' ? 'update' : name
}

/** What it is called beside the key. A create has none. */
function keyActOf(name: ActName, input: object): KeyActName | null {
  if ('enabled' in input) return input.enabled ? 'enable' : 'disable'
  if (name === 'rotate' || name === 'revoke') return name
  return 'update'
}
