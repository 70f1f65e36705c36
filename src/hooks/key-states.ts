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

export type KeyActEvent =
  | { type: 'started'; id: string; act: KeyActName }
  | { type: 'succeeded'; id: string }
  | { type: 'failed'; id: string; act: KeyActName; error: LatchkeyError; retry: () => void }
  | { type: 'dismissed'; id: string }

export const quietKey: KeyActState = { pending: null, error: null, failed: null, retry: null }

export function reduceKeyStates(states: KeyActStates, event: KeyActEvent): KeyActStates {
  switch (event.type) {
    case 'started':
      return { ...states, [event.id]: { ...quietKey, pending: event.act } }
    case 'failed': {
      const { id, act, error, retry } = event
      return { ...states, [id]: { pending: null, error, failed: act, retry } }
    }
    case 'succeeded':
    case 'dismissed': {
      const { [event.id]: gone, ...others } = states
      return gone ? others : states
    }
  }
}
