import { isOffline } from '../is-offline.js'
import { LatchkeyError } from '../latchkey-error.js'
import { Mismatch, type Reader } from '../reader.js'
import { parseRetryAfter } from '../retry-after.js'
import { untilAborted } from '../until-aborted.js'
import type { BetterAuthAnswer, BetterAuthCall } from './better-auth-api-keys.js'
import { toBetterAuthError } from './to-better-auth-error.js'

/** Asks Better Auth's client and reads its answer; every failure is a `LatchkeyError`, and none quotes an answer. */
export async function askBetterAuth<T>(
  ask: (fetchOptions: BetterAuthCall) => Promise<BetterAuthAnswer>,
  read: Reader<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  const wasOffline = isOffline()
  let retryAfterSeconds: number | undefined
  const call: BetterAuthCall = {
    throw: false,
    ...(signal && { signal }),
    onError({ response }) {
      const header = response.headers.get('X-Retry-After') ?? response.headers.get('Retry-After')
      retryAfterSeconds = parseRetryAfter(header, Date.now())
    },
  }
  const { data, error } = await untilAborted(() => ask(call), signal).catch((thrown: unknown) => {
    if (thrown instanceof LatchkeyError) throw thrown
    throw wasOffline
      ? new LatchkeyError('offline', 'Latchkey: this browser is offline, so nothing was sent.')
      : new LatchkeyError('unreachable', 'Latchkey: no answer came. The server cannot be reached.')
  })
  if (error) throw toBetterAuthError(error, retryAfterSeconds)
  try {
    return read(data)
  } catch (thrown) {
    if (!(thrown instanceof Mismatch)) throw thrown
    throw new LatchkeyError(
      'unknown',
      `Latchkey: Better Auth’s answer is not what its plugin publishes. Look at "${thrown.message}". Is its handler at the client's address, with the plugin?`,
    )
  }
}
