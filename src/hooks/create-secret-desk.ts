import type { ApiKey } from '../contract/index.js'
import { type CopyResult, copyText } from './copy-text.js'
import { createSecretVault } from './create-secret-vault.js'
import { heldKeys, reduceSecret } from './reduce-secret.js'
import {
  isShown,
  noSecret,
  type Reveal,
  type SaveWay,
  type SecretEvent,
  type SecretOrigin,
  type SecretQueue,
  type WipeReason,
} from './secret-state.js'

/** How long after its component left a secret may stay: long enough for StrictMode and hot reload to come back. */
const unmountGraceMs = 2000

/** What happens to a secret, for whoever keeps count. Never holds the secret. */
export type SecretNotice =
  | { type: 'secretShown'; key: ApiKey }
  | { type: 'secretSaved'; key: ApiKey; how: SaveWay }
  | { type: 'secretClosed'; key: ApiKey; saved: boolean }

export interface SecretDeskOptions {
  /** Milliseconds since the epoch. */
  now(): number
  ttlMs: number
  startsVisible: boolean
  onNotice(notice: SecretNotice): void
}

/** Ties the rules of `secret-state` to the vault, to timers and to the page. Knows nothing of React. */
export interface SecretDesk {
  getState(): SecretQueue
  subscribe(listener: () => void): () => void
  send(event: Exclude<SecretEvent, { type: 'received' }>): void
  /** For a request that is about to be sent: aborts when somebody calls it off. */
  begin(origin: SecretOrigin): { signal: AbortSignal; end(): void }
  /** Gives up waiting for requests of that kind. What they asked for may have happened all the same. */
  callOff(origin: SecretOrigin): void
  /** The only way in for a secret. Refused, and forgotten at once, where nobody is there any more to see it. */
  receive(reveal: Reveal, secret: string): void
  /** The secret on the page; null where there is none. */
  read(): string | null
  /** Until the secret leaves the page, in milliseconds; 0 where there is none. */
  timeLeftMs(): number
  /** Saved is what the clipboard confirmed. */
  copy(): Promise<CopyResult>
  /** Where `keyId` is another key's, nothing is saved. */
  save(how: SaveWay, keyId?: string): void
  /** Called while somebody shows this desk; the answer is called when they leave. */
  attach(): () => void
  /** Ends this desk: what it holds is forgotten now, and nothing is taken in any more. */
  close(reason: WipeReason): void
}

export function createSecretDesk(options: SecretDeskOptions): SecretDesk {
  const vault = createSecretVault()
  let queue = noSecret
  let accepts = true
  let expiryTimer: ReturnType<typeof setTimeout> | undefined
  let graceTimer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  const underWay = new Map<AbortController, SecretOrigin>()

  function apply(event: SecretEvent): void {
    const { now, ttlMs, startsVisible } = options
    const next = reduceSecret(queue, event, { now: now(), ttlMs, startsVisible })
    if (next === queue) return
    const before = queue
    queue = next
    const held = new Set(heldKeys(next).map((key) => key.id))
    for (const key of heldKeys(before)) if (!held.has(key.id)) vault.forget(key.id)
    setExpiry(next)
    for (const notice of noticesOf(before, next)) options.onNotice(notice)
    for (const listener of listeners) listener()
  }

  function setExpiry({ current }: SecretQueue): void {
    clearTimeout(expiryTimer)
    if (!isShown(current)) return
    expiryTimer = setTimeout(
      () => apply({ type: 'wiped', reason: 'expired' }),
      current.expiresAtMs - options.now(),
    )
  }

  function close(reason: WipeReason): void {
    accepts = false
    clearTimeout(graceTimer)
    apply({ type: 'wiped', reason })
  }

  function read(): string | null {
    const { current } = queue
    // A laptop that slept wakes with its timers late.
    return isShown(current) && options.now() < current.expiresAtMs ? vault.read(current.key.id) : null
  }

  const wipeOnPageHide = () => apply({ type: 'wiped', reason: 'pagehide' })

  return {
    getState: () => queue,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    send: apply,
    begin(origin) {
      const stop = new AbortController()
      underWay.set(stop, origin)
      return { signal: stop.signal, end: () => void underWay.delete(stop) }
    },
    callOff(origin) {
      for (const [stop, its] of underWay) if (its === origin) stop.abort()
    },
    receive(reveal, secret) {
      if (!accepts) return
      vault.put(reveal.key.id, secret)
      apply({ type: 'received', reveal })
    },
    read,
    timeLeftMs: () => (isShown(queue.current) ? Math.max(0, queue.current.expiresAtMs - options.now()) : 0),
    async copy() {
      const { current } = queue
      const secret = read()
      // Nothing to copy is no success: whoever closes on `ok` must not lose anything.
      if (secret === null || !isShown(current)) return { ok: false, reason: 'unsupported' }
      const result = await copyText(secret)
      if (result.ok) apply({ type: 'saved', how: 'copy', keyId: current.key.id })
      return result
    },
    save(how, keyId) {
      const { current } = queue
      if (isShown(current)) apply({ type: 'saved', how, keyId: keyId ?? current.key.id })
    },
    attach() {
      clearTimeout(graceTimer)
      accepts = true
      // A page that the browser keeps for "back" keeps its memory too.
      window.addEventListener('pagehide', wipeOnPageHide)
      return () => {
        window.removeEventListener('pagehide', wipeOnPageHide)
        graceTimer = setTimeout(() => close('unmount'), unmountGraceMs)
      }
    },
    close,
  }
}

function noticesOf(before: SecretQueue, after: SecretQueue): SecretNotice[] {
  const was = isShown(before.current) ? before.current : null
  const is = isShown(after.current) ? after.current : null
  const notices: SecretNotice[] = []
  if (was && was.key.id !== is?.key.id) {
    notices.push({ type: 'secretClosed', key: was.key, saved: was.status === 'saved' })
  }
  if (is && is.key.id !== was?.key.id) notices.push({ type: 'secretShown', key: is.key })
  if (is?.status === 'saved' && !(was?.status === 'saved' && was.key.id === is.key.id)) {
    notices.push({ type: 'secretSaved', key: is.key, how: is.how })
  }
  return notices
}
