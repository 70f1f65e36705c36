import type { LatchkeyError } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'

/** Which act made the secret. */
export type SecretOrigin = 'create' | 'rotate'

/** How a person, or their host application, kept it. */
export type SaveWay = 'copy' | 'download' | 'manual' | 'host'

/** What took a secret off the page before anybody closed it. */
export type WipeReason = 'expired' | 'pagehide' | 'consumer' | 'unmount'

/** A key whose secret is held; the secret itself is never part of any state. */
export interface Reveal {
  key: ApiKey
  /** The key that was rotated; null after a create. */
  previous: ApiKey | null
  origin: SecretOrigin
}

/** A secret on the page. */
export interface Shown extends Reveal {
  /** false: masked. */
  visible: boolean
  /** When it leaves memory, in milliseconds since the epoch. */
  expiresAtMs: number
}

/**
 * Where a secret is on its way through the page.
 *
 * `unknown`: nobody can tell whether a key was made, or it was made and its secret did not arrive. `key` is the
 * key then, where the server said so.
 */
export type SecretState =
  | { status: 'idle' }
  | { status: 'requesting'; origin: SecretOrigin }
  | ({ status: 'revealed' } & Shown)
  | ({ status: 'saved'; how: SaveWay } & Shown)
  | ({ status: 'confirmingClose' } & Shown)
  | { status: 'closed'; key: ApiKey; saved: boolean }
  | { status: 'wiped'; origin: SecretOrigin; keys: readonly ApiKey[]; reason: WipeReason }
  | { status: 'failed'; origin: SecretOrigin; error: LatchkeyError }
  | Unknown

/** A secret that never came. `name` is what the key was to be called; null where that is not known. */
export interface Unknown {
  status: 'unknown'
  origin: SecretOrigin
  key: ApiKey | null
  name: string | null
}

/** One is open at a time; the others wait their turn, and so does the word that another one was lost. */
export interface SecretQueue {
  current: SecretState
  waiting: readonly (Reveal | Unknown)[]
}

export type SecretEvent =
  | { type: 'requested'; origin: SecretOrigin }
  | { type: 'received'; reveal: Reveal }
  | { type: 'failed'; origin: SecretOrigin; error: LatchkeyError }
  /** The host said no: nothing was sent, and nothing went wrong. */
  | { type: 'declined' }
  | { type: 'lost'; origin: SecretOrigin; key: ApiKey | null; name: string | null }
  | { type: 'visibilityToggled' }
  /** Somebody needs the secret for longer: its time begins again. */
  | { type: 'extended' }
  | { type: 'saved'; how: SaveWay; keyId: string }
  | { type: 'closeRequested' }
  | { type: 'closeCancelled' }
  | { type: 'closeForced' }
  | { type: 'wiped'; reason: WipeReason }

export const noSecret: SecretQueue = { current: { status: 'idle' }, waiting: [] }

/** Whether a secret is on the page, masked or not. */
export function isShown(
  state: SecretState,
): state is Extract<SecretState, { status: 'revealed' | 'saved' | 'confirmingClose' }> {
  return state.status === 'revealed' || state.status === 'saved' || state.status === 'confirmingClose'
}

/** Whether there is something that a person must see: a secret, or why there is none. */
export function isOpen(state: SecretState): boolean {
  return isShown(state) || state.status === 'wiped' || state.status === 'unknown'
}

/** Whether somebody is still to be told that an answer got lost. */
export function isAnyLost({ current, waiting }: SecretQueue): boolean {
  return isUnknown(current) || waiting.some(isUnknown)
}

export function isUnknown(item: SecretState | Reveal): item is Unknown {
  return 'status' in item && item.status === 'unknown'
}
