import type { Settings } from '../resolve-options.js'
import type { KeyDigest } from '../stored-key.js'
import { withinDeadline } from '../within-deadline.js'
import type { Digester } from './create-digester.js'

/** Replaces digests that were made with an old pepper, or with none, when their key is used (ST-4). */
export interface Rehasher {
  /** Returns at once. A failure is reported, and the next use of the key tries again. */
  rehash(keyId: string, secret: string, from: KeyDigest): void
}

/** Beyond this many at once the rest waits for its key's next use. */
const maxRunning = 64

export function createRehasher(
  { store, storeTimeoutMs, report }: Pick<Settings, 'store' | 'storeTimeoutMs' | 'report'>,
  digester: Digester,
): Rehasher {
  const running = new Set<string>()

  return {
    rehash(keyId, secret, from) {
      if (running.has(keyId) || running.size >= maxRunning) return
      running.add(keyId)
      replace(keyId, secret, from)
        .catch((error: unknown) => report(error, { during: 'rehash', keyId }))
        .finally(() => running.delete(keyId))
    },
  }

  async function replace(keyId: string, secret: string, from: KeyDigest): Promise<void> {
    const to = await digester.toDigest(secret)
    await withinDeadline(storeTimeoutMs, () => store.replaceDigest(keyId, from, to))
  }
}
