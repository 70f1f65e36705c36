'use client'

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { ApiKey } from '../contract/index.js'
import type { CopyResult } from './copy-text.js'
import type { SecretNotice } from './create-secret-desk.js'
import { createSecretDoor, type SecretDoor } from './create-secret-door.js'
import {
  isOpen,
  isShown,
  type SaveWay,
  type SecretEvent,
  type SecretOrigin,
  type SecretState,
} from './secret-state.js'
import { useLatest } from './use-latest.js'

export interface UseRevealedSecretOptions {
  /** Another consumer's secret is never shown: a change forgets what is held. */
  consumerId?: string | undefined
  /** How long a secret may stay on the page, in milliseconds. @default 600000 */
  secretTtlMs?: number | undefined
  /** Whether a secret is masked until somebody asks to see it. @default 'masked' */
  revealMode?: 'masked' | 'shown' | undefined
  /** Milliseconds since the epoch. @default Date.now */
  now?: (() => number) | undefined
  /** Told what happens to a secret, never the secret. */
  onNotice?: ((notice: SecretNotice) => void) | undefined
}

/** A secret from its arrival to its end. The string is read on demand and is part of no state. */
export interface SecretController {
  state: SecretState
  /** The key whose secret is on the page, or was lost on its way to it; null otherwise. */
  key: ApiKey | null
  /** After a rotation, the key that was replaced. */
  previous: ApiKey | null
  origin: SecretOrigin | null
  /** How many more secrets wait until this one is closed. */
  waiting: number
  /** Whether there is something to see: a secret, or why there is none. */
  isOpen: boolean
  isSaved: boolean
  isVisible: boolean
  /** When the secret leaves the page, in milliseconds since the epoch; null while there is none. */
  expiresAtMs: number | null
  /** The secret, for showing or handing on; null where there is none. Do not keep it. */
  read(): string | null
  toggleVisible(): void
  /** Until the secret leaves the page, in milliseconds; 0 where there is none. Asks the clock each time. */
  timeLeftMs(): number
  /** Begins the secret's time on the page again. */
  extend(): void
  /** Saved is what the clipboard confirmed. Call it from a click. */
  copy(): Promise<CopyResult>
  /**
   * The person, or the host application, kept it in another way.
   *
   * @param keyId whose secret was kept: where that took a while, another one may be on the page by now, and it stays
   *   unsaved. @default the one on the page
   */
  acknowledge(how: SaveWay, keyId?: string): void
  /** Closes what is saved; asks first where it is not. */
  requestClose(): void
  cancelClose(): void
  /** Closes without a question. The secret is gone then. */
  forceClose(): void
  /**
   * Gives up waiting for a key that is being made, e.g. because no answer comes. It may have been made all the same:
   * `state` is `unknown` then, and the same input again makes no second one.
   */
  callOff(origin: SecretOrigin): void
  /** For `useCreateApiKey` and `useRotateApiKey`: where they put what they receive. */
  door: SecretDoor
}

/** Holds the secrets that create and rotate hand over, one open at a time. */
export function useRevealedSecret(options: UseRevealedSecretOptions = {}): SecretController {
  const door = useDoor(options)
  const { current, waiting } = useSyncExternalStore(door.subscribe, door.getState, door.getState)
  const shown = isShown(current) ? current : null
  useUnloadGuard(shown !== null && shown.status !== 'saved')

  const verbs = useMemo(() => toVerbs(door), [door])
  return {
    state: current,
    key: shown?.key ?? (current.status === 'unknown' ? current.key : null),
    previous: shown?.previous ?? null,
    origin: 'origin' in current ? current.origin : null,
    waiting: waiting.length,
    isOpen: isOpen(current),
    isSaved: shown?.status === 'saved',
    isVisible: shown?.visible ?? false,
    expiresAtMs: shown?.expiresAtMs ?? null,
    ...verbs,
    door,
  }
}

/** One door per consumer: in the very render in which the consumer changes, the other's secret is out of reach. */
function useDoor(options: UseRevealedSecretOptions): SecretDoor {
  const { consumerId, secretTtlMs = 600_000, revealMode = 'masked' } = options
  const latest = useLatest(options)
  const open = () => ({
    consumerId,
    door: createSecretDoor({
      now: () => (latest.current.now ?? Date.now)(),
      ttlMs: secretTtlMs,
      startsVisible: revealMode === 'shown',
      onNotice: (notice) => latest.current.onNotice?.(notice),
    }),
  })
  const [held, setHeld] = useState(open)
  let here = held
  if (held.consumerId !== consumerId) {
    here = open()
    setHeld(here)
  }
  const { door } = here

  const attached = useRef<SecretDoor | null>(null)
  useEffect(() => {
    if (attached.current !== door) attached.current?.close('consumer')
    attached.current = door
    return door.attach()
  }, [door])
  return door
}

/** The browser asks before a tab is closed over a secret that nobody saved. */
function useUnloadGuard(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [active])
}

function toVerbs(door: SecretDoor) {
  const send = (type: SimpleEvent) => () => door.desk()?.send({ type })
  return {
    read: () => door.desk()?.read() ?? null,
    toggleVisible: send('visibilityToggled'),
    timeLeftMs: () => door.desk()?.timeLeftMs() ?? 0,
    extend: send('extended'),
    acknowledge: (how: SaveWay, keyId?: string) => door.desk()?.save(how, keyId),
    copy: async (): Promise<CopyResult> => door.desk()?.copy() ?? { ok: false, reason: 'unsupported' },
    requestClose: send('closeRequested'),
    callOff: (origin: SecretOrigin) => door.desk()?.callOff(origin),
    cancelClose: send('closeCancelled'),
    forceClose: send('closeForced'),
  }
}

/** What a person does with a secret that is there. */
type SimpleEvent = Extract<
  SecretEvent['type'],
  'visibilityToggled' | 'extended' | 'closeRequested' | 'closeCancelled' | 'closeForced'
>
