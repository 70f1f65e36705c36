import type { UseMutationResult } from '@tanstack/react-query'
import type { LatchkeyError } from '../client/index.js'
import type { Gate } from './gates.js'

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

/**
 * @param acted whether it was used for the consumer that is shown now: what another one did is nobody's business
 */
export function toAction<V, D, W>(
  mutation: UseMutationResult<D, LatchkeyError, W>,
  { run, gate, acted, unwrap }: Wrapping<V, D, W>,
): Action<V, D> {
  const isNews = acted && mutation.error?.code !== 'declined'
  const { status, error, data, submittedAt, variables } = isNews ? mutation : idle
  return {
    ...gate,
    mutate: (given) => void run(given).catch(() => undefined),
    mutateAsync: run,
    status,
    isIdle: status === 'idle',
    isPending: status === 'pending',
    isSuccess: status === 'success',
    isError: status === 'error',
    error,
    data,
    submittedAt,
    variables: variables === undefined ? undefined : unwrap(variables),
    reset: mutation.reset,
  }
}

interface Wrapping<V, D, W> {
  run(variables: V): Promise<D>
  gate: Gate
  acted: boolean
  /** From what the mutation was given to what the action was given. */
  unwrap(variables: W): V
}

const idle = { status: 'idle', error: null, data: undefined, submittedAt: 0, variables: undefined } as const
