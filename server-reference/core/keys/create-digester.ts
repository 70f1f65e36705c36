import { type Awaitable, andThen } from '../and-then.js'
import { isPromise } from '../is-promise.js'
import type { HmacSha256, Sha256 } from '../latchkey-options.js'
import type { KeyDigest } from '../stored-key.js'
import { equalDigests } from './equal-digests.js'
import { fromHex } from './from-hex.js'
import type { Pepper } from './parse-peppers.js'

/** Turns secrets into what is kept of them, and tells whether a secret is the one that was kept. */
export interface Digester {
  /** What to store: with the newest pepper, where there is one. */
  toDigest(secret: string): Promise<KeyDigest>
  /** null as `stored`: an id that nobody has. It costs the same and never matches (VF-4). */
  compare(secret: string, stored: KeyDigest | null): Awaitable<Proof>
  /** Every digest under which a key with this SHA-256 could be stored; first the one that it would be stored under now. */
  candidates(sha256: string): Promise<[KeyDigest, ...KeyDigest[]]>
}

/** `outdated`: the secret is right, and its digest should be made anew with the newest pepper. */
export type Proof = 'wrong' | 'right' | 'outdated'

/** A digest that no secret has: 64 characters, none of them a digit of one. */
const unmatchable = '-'.repeat(64)

export function createDigester(options: {
  sha256: Sha256
  hmacSha256: HmacSha256
  /** Newest first. */
  peppers: readonly Pepper[]
  /** Told of a stored digest whose pepper is gone. */
  onMissingPepper: (pepperId: string) => void
}): Digester {
  const { sha256, hmacSha256, peppers, onMissingPepper } = options
  const [newest] = peppers

  return { toDigest, compare, candidates }

  async function toDigest(secret: string): Promise<KeyDigest> {
    const plain = await sha256(secret)
    return newest ? season(plain, newest) : { algorithm: 'sha256', pepperId: null, value: plain }
  }

  /** With a pepper there is always one HMAC, needed or not, so that no kind of record can be told by its time. */
  function compare(secret: string, stored: KeyDigest | null): Awaitable<Proof> {
    const plain = sha256(secret)
    return isPromise(plain) ? plain.then((there) => prove(there, stored)) : prove(plain, stored)
  }

  function prove(plain: string, stored: KeyDigest | null): Awaitable<Proof> {
    if (!newest) return judge(plain, null, stored)
    const pepper = stored?.pepperId ? peppers.find(({ id }) => id === stored.pepperId) : newest
    return andThen(season(plain, pepper ?? newest), (seasoned) => judge(plain, seasoned, stored))
  }

  function judge(plain: string, seasoned: KeyDigest | null, stored: KeyDigest | null): Proof {
    const made = stored?.algorithm === 'hmac-sha256' ? seasoned : null
    if (stored?.pepperId && stored.pepperId !== made?.pepperId) onMissingPepper(stored.pepperId)
    const comparable = stored !== null && stored.pepperId === (made?.pepperId ?? null)
    const equal = equalDigests(made?.value ?? plain, comparable ? stored.value : unmatchable)
    if (!equal || !comparable) return 'wrong'
    return stored.pepperId === (newest?.id ?? null) ? 'right' : 'outdated'
  }

  async function candidates(value: string): Promise<[KeyDigest, ...KeyDigest[]]> {
    const plain: KeyDigest = { algorithm: 'sha256', pepperId: null, value }
    const [now, ...older] = await Promise.all(peppers.map((pepper) => season(value, pepper)))
    return now ? [now, ...older, plain] : [plain]
  }

  function season(plain: string, pepper: Pepper): Awaitable<KeyDigest> {
    return andThen(hmacSha256(pepper.secret, fromHex(plain)), (value) => ({
      algorithm: 'hmac-sha256',
      pepperId: pepper.id,
      value,
    }))
  }
}
