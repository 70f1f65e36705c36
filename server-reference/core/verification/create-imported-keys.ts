import { parseKey } from '../../../src/contract/index.js'
import { type Awaitable, andThen } from '../and-then.js'
import type { Digester } from '../keys/create-digester.js'
import type { Sha256 } from '../latchkey-options.js'
import type { Settings } from '../resolve-options.js'

/** Keys that another system made: they have no id in them, so it is found by their digest. */
export interface ImportedKeys {
  /** Whether a text can be one. Asks nobody, and says no to whatever is in the shape of ours, of any brand (KF-5, KF-7). */
  isLike(secret: string): boolean
  /** The id that it was given at its import. null: no key has its digest. */
  findId(secret: string): Awaitable<string | null>
  /** Whoever had this id has it no more, as after a backup was restored: look for it anew the next time. */
  forget(secret: string): void
}

/** The alphabets of those systems; no dot, so that no token of somebody's sign-in is looked for here. */
const shape = /^[\w-]{16,512}$/

/** null: none are accepted, and a text that is no key of ours costs no more than that look at it. */
export function createImportedKeys(
  {
    store,
    acceptImportedKeys,
    maxKeysInMemory,
  }: Pick<Settings, 'store' | 'acceptImportedKeys' | 'maxKeysInMemory'>,
  { digester, sha256 }: { digester: Digester; sha256: Sha256 },
): ImportedKeys | null {
  if (!acceptImportedKeys) return null
  /** By the SHA-256 of the key. It stays true: digests are replaced for another algorithm, and keys are never deleted. */
  const ids = new Map<string, string>()

  return {
    isLike(secret) {
      if (!shape.test(secret)) return false
      const parsed = parseKey(secret)
      return !parsed.ok && parsed.reason === 'shape'
    },
    findId: (secret) => andThen(sha256(secret), (digest) => ids.get(digest) ?? look(digest)),
    forget: (secret) => void andThen(sha256(secret), (digest) => ids.delete(digest)),
  }

  async function look(digest: string): Promise<string | null> {
    const ref = await store.findByDigest(await digester.candidates(digest))
    if (!ref) return null
    for (const oldest of ids.keys()) {
      if (ids.size < maxKeysInMemory) break
      ids.delete(oldest)
    }
    if (maxKeysInMemory > 0) ids.set(digest, ref.id)
    return ref.id
  }
}
