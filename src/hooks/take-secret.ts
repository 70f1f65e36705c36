import { declined } from '../client/declined.js'
import { toLatchkeyError, type WriteOptions } from '../client/index.js'
import type { ApiKey } from '../contract/index.js'
import { type ActMemory, createActMemory, isUnanswered } from './act-memory.js'
import { assertOnline } from './assert-online.js'
import { createSecretDesk } from './create-secret-desk.js'
import type { SecretDoor } from './create-secret-door.js'
import type { SecretOrigin } from './secret-state.js'

/** What a create or a rotate leaves behind once its secret is handed over. */
export interface Handed {
  key: ApiKey
  /** The key that was rotated; null after a create. */
  previous: ApiKey | null
}

/** Who sends for secrets: one hook, for as long as it lives. */
export interface SecretErrand<I> {
  door: SecretDoor
  /** Milliseconds since the epoch. */
  now(): number
  /** Kept between errands, so that a repetition is known as one. */
  memory: { acts: ActMemory<I, Handed> | null }
}

interface SecretAct<I> {
  origin: SecretOrigin
  /** What the key is called, for telling a person what to look for where no answer came. */
  name: string | null
  /** What tells this act from another. */
  input: I
  /** What tells it as well, where `input` is spelled otherwise each time. @default null */
  meaning?: string | null
}

/**
 * Makes a request whose answer holds a secret, hands that to the desk, and returns the rest. Runs inside a
 * `mutationFn`, so that the mutation cache never sees more than this returns.
 */
export async function takeSecret<I>(
  { door, memory }: SecretErrand<I>,
  { origin, name, input, meaning = null }: SecretAct<I>,
  ask: (
    input: I,
    options: WriteOptions,
  ) => Promise<{ key: ApiKey; secret: string | null; previous?: ApiKey | undefined }>,
): Promise<Handed> {
  // Whoever asked left while this was fetched, e.g. for another page: a key whose secret nobody sees is no use to them.
  if (!door.isAttached()) throw declined()
  memory.acts ??= createActMemory<I, Handed>()
  const desk = door.open(createSecretDesk)
  const attempt = async (idempotencyKey: string, sent: I): Promise<Handed> => {
    assertOnline()
    desk.send({ type: 'requested', origin })
    const { signal, end } = desk.begin(origin)
    try {
      const { key, secret, previous = null } = await ask(sent, { idempotencyKey, signal })
      // A repetition of an act that had succeeded: the secret was in the answer that got lost, and nowhere else.
      if (secret === null) desk.send({ type: 'lost', origin, key, name })
      else desk.receive({ key, previous, origin }, secret)
      return { key, previous }
    } catch (thrown) {
      const error = toLatchkeyError(thrown)
      if (error.code === 'declined') desk.send({ type: 'declined' })
      // The form stays for a server that is down: a repetition of what arrived all the same is known as one.
      else if (isUnanswered(error) && error.code !== 'unreachable')
        desk.send({ type: 'lost', origin, key: null, name })
      else desk.send({ type: 'failed', origin, error })
      throw error
    } finally {
      end()
    }
  }
  return memory.acts.run(input, attempt, meaning)
}
