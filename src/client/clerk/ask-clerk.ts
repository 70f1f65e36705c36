import { isOffline } from '../is-offline.js'
import { LatchkeyError } from '../latchkey-error.js'
import { propertyOf } from '../property-of.js'
import { Mismatch, type Reader } from '../reader.js'
import { untilAborted } from '../until-aborted.js'
import type { ClerkApiKeys, ClerkWithApiKeys } from './clerk-api-keys.js'
import { toClerkError } from './to-clerk-error.js'

/** Asks Clerk's client and reads its answer; every failure is a `LatchkeyError`, and none quotes an answer. */
export async function askClerk<T>(
  clerk: ClerkWithApiKeys,
  ask: (apiKeys: ClerkApiKeys) => Promise<unknown>,
  read: Reader<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const { apiKeys } = clerk
  if (!apiKeys) {
    throw new LatchkeyError(
      'not_loaded',
      'Latchkey: Clerk has not loaded yet, so nothing was sent. Draw the component inside <ClerkLoaded>.',
    )
  }
  const wasOffline = isOffline()
  const answer = await untilAborted(() => ask(apiKeys), signal).catch((thrown: unknown) => {
    throw toClerkError(thrown, wasOffline)
  })
  // Where the browser went offline, Clerk's client makes a key of nothing.
  if (propertyOf(answer, 'id') === undefined && propertyOf(answer, 'data') === undefined) {
    throw toClerkError(null, wasOffline)
  }
  try {
    return read(answer)
  } catch (thrown) {
    if (!(thrown instanceof Mismatch)) throw thrown
    throw new LatchkeyError(
      'unknown',
      `Latchkey: Clerk’s answer is not what Clerk publishes. Look at "${thrown.message}", and at the version of its package.`,
    )
  }
}
