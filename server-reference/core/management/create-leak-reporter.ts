import { type ApiKey, parseKey, redactKeys } from '../../../src/contract/index.js'
import type { NewEvent } from '../api-key-store.js'
import type { Announcer } from '../events/create-announcer.js'
import type { Digester } from '../keys/create-digester.js'
import type { Latchkey } from '../latchkey.js'
import type { Sha256 } from '../latchkey-options.js'
import type { LeakPolicy } from '../leak.js'
import type { Settings } from '../resolve-options.js'
import { withinDeadline } from '../within-deadline.js'
import { toOwnEvent } from './to-own-event.js'

/** Why a key ended, for its log; the languages of the UI have words for it. */
const reason = 'leaked'

/** Longest address that is passed on, in characters. */
const maxTextLength = 2048

/** Live keys are in use somewhere, and ending one ends that; who is told can rotate it without a gap. */
const defaultPolicy: LeakPolicy = ({ environment }) => (environment === 'test' ? 'revoke' : 'flag')

/** Acts on keys that were found in public (OP-5). The order is such that a call that failed midway can be repeated. */
export function createLeakReporter(
  settings: Settings,
  announcer: Announcer,
  parts: { digester: Digester; sha256: Sha256; revokeKeys: Latchkey['revokeKeys'] },
): Latchkey['reportLeak'] {
  const { store, now, storeTimeoutMs, acceptImportedKeys } = settings
  const ask = <T>(work: () => Promise<T>) => withinDeadline(storeTimeoutMs, work)

  return async function reportLeak(leak, { policy = defaultPolicy, actor = null } = {}) {
    const key = await findKey(leak.secret)
    if (key === null) return { status: 'unknown' }
    const { id: keyId } = key
    if (key.revokedAt !== null && key.revokedReason !== reason) return { status: 'known', keyId }
    const hasEnded = key.revokedAt !== null
    const endsIt = hasEnded || (typeof policy === 'function' ? policy(key) : policy) === 'revoke'
    if (endsIt && !hasEnded) await parts.revokeKeys({ id: keyId }, { actor, reason })
    const isNews = await say(key, endsIt, {
      actor,
      url: withoutKey(leak.url, leak.secret),
      source: withoutKey(leak.source, leak.secret),
    })
    return { status: isNews ? (endsIt ? 'revoked' : 'flagged') : 'known', keyId }
  }

  async function findKey(secret: string): Promise<ApiKey | null> {
    const shape = parseKey(secret)
    // A key that was imported has a shape of its own; a typo of one of ours is nobody's (KF-5).
    if (!shape.ok && !(acceptImportedKeys && shape.reason === 'shape')) return null
    const digests = await parts.digester.candidates(await parts.sha256(secret))
    const ref = await ask(() => store.findByDigest(digests))
    return ref && (await ask(() => store.get(ref)))
  }

  /** In the log and to the listener, both once. */
  async function say(
    { id: keyId, consumerId, name, environment }: ApiKey,
    revoked: boolean,
    { actor, url, source }: { actor: NewEvent['actor']; url: string | null; source: string | null },
  ): Promise<boolean> {
    const nowMs = now()
    const event = toOwnEvent({ id: keyId, consumerId }, nowMs, { type: 'leaked', actor, reason: url })
    const { at } = event
    const about = revoked ? 'revoked' : at.slice(0, 10)
    const claimed = await ask(() => store.claimNotices([{ keyId, kind: 'leaked', about, event }], nowMs))
    if (claimed.length === 0) return false
    // Said once and never again, so it waits for its turn; whoever reported the leak does not.
    void announcer.announceInTurn({
      type: 'leaked',
      at,
      keyId,
      consumerId,
      name,
      environment,
      revoked,
      actor,
      url,
      source,
    })
    return true
  }
}

/** An address can hold the key itself; and PostgreSQL takes no NUL. */
function withoutKey(text: string | null | undefined, secret: string): string | null {
  if (!text) return null
  const redacted = redactKeys(text.replaceAll(secret, '[API key]'))
  return redacted.replace(/\p{Cc}/gu, '').slice(0, maxTextLength) || null
}
