import type { Actor, Environment } from '../../../src/contract/index.js'
import type { ConsumerEvent, NewEvent } from '../api-key-store.js'

/** Something that whoever answers for a key may want to hear of (OP-11). Never holds a secret. */
export type LatchkeyEvent =
  | (KeyEvent & (KeyChanged | KeyExpiring | KeyStale | NewNetwork | KeyLeaked))
  | ConsumerChanged

interface KeyEvent {
  /** RFC 3339, UTC. */
  at: string
  keyId: string
  consumerId: string
}

/** Somebody changed a key; it is stored. Of a rotation it is the old key that is named. */
interface KeyChanged {
  type: Exclude<NewEvent['type'], 'refused' | 'leaked'>
  actor: Actor | null
  reason: string | null
  /** Names of the fields that changed, for `updated`. */
  changes: readonly string[]
}

/** It ends within `policy.warnBeforeSeconds`, and has no successor. Told once for each end, by `sweep`. */
interface KeyExpiring {
  type: 'expiring'
  name: string
  endsAt: string
}

/** It works, and nobody has used it for `policy.staleAfterSeconds`. Told once for each silence, by `sweep`. */
interface KeyStale {
  type: 'stale'
  name: string
  /** null: never. */
  lastUsedAt: string | null
}

/** It was used from a network for the first time, as far as is remembered. */
interface NewNetwork {
  type: 'new_network'
  /** CIDR: a /24 of IPv4, a /48 of IPv6. */
  network: string
}

/**
 * It was found in public: whoever answers for it should rotate it, where it was not revoked. Told once where it is revoked
 * for that, after `revoked`; else at most once a day.
 */
interface KeyLeaked {
  type: 'leaked'
  name: string
  environment: Environment
  /** Whether it was revoked for it. */
  revoked: boolean
  /** Who found it. null: nobody said. */
  actor: Actor | null
  /** Where it was found, as it was reported; nobody has looked. null: not said. */
  url: string | null
  /** What it was found in, in the words of who found it, such as `commit`. null: not said. */
  source: string | null
}

/** All keys of a consumer were refused, or let in again, by one call. */
interface ConsumerChanged {
  type: ConsumerEvent['type']
  /** RFC 3339, UTC. */
  at: string
  /** It is about no single key. */
  keyId: null
  consumerId: string
  actor: Actor | null
  reason: string | null
}

/** Told of each event once it is stored. Nobody waits for it, and what it does wrong changes nothing. */
export type EventListener = (event: LatchkeyEvent) => void | Promise<void>
