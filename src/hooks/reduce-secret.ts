import type { ApiKey } from '../contract/index.js'
import {
  isShown,
  isUnknown,
  type Reveal,
  type SecretEvent,
  type SecretQueue,
  type SecretState,
  type Unknown,
} from './secret-state.js'

/** What the rules need to know, and cannot know by themselves. */
export interface SecretRules {
  /** Milliseconds since the epoch. */
  now: number
  /** How long a secret may stay on the page, in milliseconds. */
  ttlMs: number
  /** Whether a secret is shown without being asked for. */
  startsVisible: boolean
}

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
    case 'declined':
      return current.status === 'requesting' ? { current: { status: 'idle' }, waiting } : queue
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

/** The keys whose secrets may still be held. What is not here must be forgotten. */
export function heldKeys({ current, waiting }: SecretQueue): readonly ApiKey[] {
  const keys = waiting.flatMap((item) => (isUnknown(item) ? [] : [item.key]))
  return isShown(current) ? [current.key, ...keys] : keys
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
