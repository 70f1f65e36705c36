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
  | { type: 'lost'; origin: SecretOrigin; key: ApiKey | null; name: string | null }
  | { type: 'visibilityToggled' }
  /** Somebody needs the secret for longer: its time begins again. */
  | { type: 'extended' }
  | { type: 'saved'; how: SaveWay; keyId: string }
  | { type: 'closeRequested' }
  | { type: 'closeCancelled' }
  | { type: 'closeForced' }
  | { type: 'wiped'; reason: WipeReason }

/** What the rules need to know, and cannot know by themselves. */
export interface SecretRules {
  /** Milliseconds since the epoch. */
  now: number
  /** How long a secret may stay on the page, in milliseconds. */
  ttlMs: number
  /** Whether a secret is shown without being asked for. */
  startsVisible: boolean
}

export const noSecret: SecretQueue = { current: { status: 'idle' }, waiting: [] }

/** Every rule of a secret's life. An event that makes no sense in a state changes nothing. */
export function reduceSecret(queue: SecretQueue, event: SecretEvent, rules: SecretRules): SecretQueue {
  const { current, waiting } = queue
  switch (event.type) {
    case 'requested':
      return isShown(current) ? queue : { current: { status: 'requesting', origin: event.origin }, waiting }
    case 'received':
      if (isShown(current)) return { current, waiting: [...waiting, event.reveal] }
      return {
        current: show(event.reveal, rules),
        waiting: isUnknown(current) ? [...waiting, current] : waiting,
      }
    case 'failed':
      return isShown(current)
        ? queue
        : { current: { status: 'failed', origin: event.origin, error: event.error }, waiting }
    case 'lost': {
      const { origin, key, name } = event
      const lost: Unknown = { status: 'unknown', origin, key, name }
      const others = waiting.filter((item) => !isUnknown(item) || !isSameAct(item, lost))
      const isTaken = isShown(current) || (isUnknown(current) && !isSameAct(current, lost))
      return isTaken ? { current, waiting: [...others, lost] } : { current: lost, waiting: others }
    }
    case 'visibilityToggled':
      return isShown(current) ? { current: { ...current, visible: !current.visible }, waiting } : queue
    case 'extended':
      return isShown(current)
        ? { current: { ...current, expiresAtMs: rules.now + rules.ttlMs }, waiting }
        : queue
    case 'saved': {
      // The clipboard answers late: by then another secret may be on the page, which nobody has saved.
      if (!isShown(current) || current.key.id !== event.keyId) return queue
      return { current: { ...current, status: 'saved', how: event.how }, waiting }
    }
    case 'closeRequested':
      if (current.status === 'revealed')
        return { current: { ...current, status: 'confirmingClose' }, waiting }
      if (current.status !== 'confirmingClose') return close(queue, rules)
      // Escape, twice in a row: the second is faster than the question's own hearing of it, and means "go back".
      return { current: { ...current, status: 'revealed' }, waiting }
    case 'closeCancelled':
      return current.status === 'confirmingClose'
        ? { current: { ...current, status: 'revealed' }, waiting }
        : queue
    case 'closeForced':
      return close(queue, rules)
    case 'wiped': {
      // Whatever waits does so behind one that is shown.
      if (!isShown(current)) return queue
      const { reason } = event
      return {
        current: { status: 'wiped', origin: current.origin, keys: heldKeys(queue), reason },
        waiting: waiting.filter(isUnknown),
      }
    }
  }
}

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

/** The keys whose secrets may still be held. What is not here must be forgotten. */
export function heldKeys({ current, waiting }: SecretQueue): readonly ApiKey[] {
  const keys = waiting.flatMap((item) => (isUnknown(item) ? [] : [item.key]))
  return isShown(current) ? [current.key, ...keys] : keys
}

/** Whether somebody is still to be told that an answer got lost. */
export function isAnyLost({ current, waiting }: SecretQueue): boolean {
  return isUnknown(current) || waiting.some(isUnknown)
}

function isUnknown(item: SecretState | Reveal): item is Unknown {
  return 'status' in item && item.status === 'unknown'
}

/** A repetition of the act that got lost says the same again, or by now which key it made. */
function isSameAct(known: Unknown, { origin, name }: Unknown): boolean {
  return known.origin === origin && known.name === name
}

function show(reveal: Reveal, { now, ttlMs, startsVisible }: SecretRules): SecretState {
  return { status: 'revealed', ...reveal, visible: startsVisible, expiresAtMs: now + ttlMs }
}

function close({ current, waiting }: SecretQueue, rules: SecretRules): SecretQueue {
  const [next, ...rest] = waiting
  if (next) return { current: isUnknown(next) ? next : show(next, rules), waiting: rest }
  if (isShown(current)) {
    const { key, status } = current
    return { current: { status: 'closed', key, saved: status === 'saved' }, waiting }
  }
  return current.status === 'requesting' ? { current, waiting } : { current: { status: 'idle' }, waiting }
}
