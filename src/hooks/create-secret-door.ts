import type { createSecretDesk, SecretDesk, SecretDeskOptions } from './create-secret-desk.js'
import { noSecret, type SecretQueue, type WipeReason } from './secret-state.js'

/**
 * Where create and rotate bring what they receive. The desk behind it, with every rule of a secret's life, is made when
 * the first secret is asked for: a page that only lists keys need not load it.
 */
export interface SecretDoor {
  getState(): SecretQueue
  subscribe(listener: () => void): () => void
  /** The desk; made by the first who asks for a secret. */
  open(create: typeof createSecretDesk): SecretDesk
  /** null: no secret was ever asked for. */
  desk(): SecretDesk | null
  /** Whether somebody shows what is behind it, so that a secret has somewhere to go. */
  isAttached(): boolean
  /** Called while somebody shows what is behind it; the answer is called when they leave. */
  attach(): () => void
  /** What is held is forgotten now, and nothing is taken in any more. */
  close(reason: WipeReason): void
}

export function createSecretDoor(options: SecretDeskOptions): SecretDoor {
  let desk: SecretDesk | null = null
  let leave: (() => void) | null = null
  let isAttached = false
  let closed: WipeReason | null = null
  const listeners = new Set<() => void>()

  function make(create: typeof createSecretDesk): SecretDesk {
    const made = create(options)
    made.subscribe(() => {
      for (const listener of listeners) listener()
    })
    leave = made.attach()
    // Whoever asked has left while this was fetched: what comes now is wiped as it would be after leaving.
    if (!isAttached) leave()
    if (closed) made.close(closed)
    return made
  }

  return {
    getState: () => desk?.getState() ?? noSecret,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    open(create) {
      desk ??= make(create)
      return desk
    },
    desk: () => desk,
    isAttached: () => isAttached,
    attach() {
      isAttached = true
      closed = null
      leave = desk?.attach() ?? null
      return () => {
        isAttached = false
        leave?.()
      }
    },
    close(reason) {
      closed = reason
      desk?.close(reason)
    },
  }
}
