import { toLatchkeyError } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'
import { isUnanswered } from './act-memory.js'
import { assertOnline } from './assert-online.js'
import type { SecretDesk } from './create-secret-desk.js'
import type { SecretOrigin } from './secret-state.js'

/** What a create or a rotate leaves behind once its secret is handed over. */
export interface Handed {
  key: ApiKey
  /** The key that was rotated; null after a create. */
  previous: ApiKey | null
}

/**
 * Makes a request whose answer holds a secret, hands that to the desk, and returns the rest. Runs inside a
 * `mutationFn`, so that the mutation cache never sees more than this returns.
 *
 * @param name what the key is called, for telling a person what to look for where no answer came
 */
export async function takeSecret(
  desk: SecretDesk,
  { origin, name }: { origin: SecretOrigin; name: string | null },
  ask: () => Promise<{ key: ApiKey; secret: string | null; previous?: ApiKey | undefined }>,
): Promise<Handed> {
  assertOnline()
  desk.send({ type: 'requested', origin })
  try {
    const { key, secret, previous = null } = await ask()
    // A repetition of an act that had succeeded: the secret was in the answer that got lost, and nowhere else.
    if (secret === null) desk.send({ type: 'lost', origin, key, name })
    else desk.receive({ key, previous, origin }, secret)
    return { key, previous }
  } catch (thrown) {
    const error = toLatchkeyError(thrown)
    const lost = isUnanswered(error)
    desk.send(lost ? { type: 'lost', origin, key: null, name } : { type: 'failed', origin, error })
    throw error
  }
}
