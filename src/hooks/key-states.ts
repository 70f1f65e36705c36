import type { LatchkeyError } from '../client/index.js'

/** What can be done to a key that is there. */
export type KeyActName = 'rotate' | 'revoke' | 'update' | 'disable' | 'enable'

/** What is under way for one key, and what went wrong last. */
export interface KeyActState {
  pending: KeyActName | null
  error: LatchkeyError | null
  /** Which act went wrong; null where none did. */
  failed: KeyActName | null
  /** Does again what went wrong. */
  retry: (() => void) | null
}

export type KeyActStates = Readonly<Record<string, KeyActState>>

/** How it is with one key from now on; absent: there is nothing to say of it. */
export interface KeyActEvent {
  id: string
  state?: KeyActState | undefined
}

export const quietKey: KeyActState = { pending: null, error: null, failed: null, retry: null }

export function reduceKeyStates(states: KeyActStates, { id, state }: KeyActEvent): KeyActStates {
  const { [id]: known, ...others } = states
  if (state) return { ...states, [id]: state }
  return known ? others : states
}
