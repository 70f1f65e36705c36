import { LatchkeyError } from './latchkey-error.js'

/** Settles with the signal, also where a foreign client does not heed one. What it does then goes on, unheard. */
export function untilAborted<T>(work: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(new LatchkeyError('aborted', 'Latchkey: the request was called off.'))
    if (signal?.aborted) return abort()
    signal?.addEventListener('abort', abort, { once: true })
    work()
      .then(resolve, reject)
      .finally(() => signal?.removeEventListener('abort', abort))
  })
}
