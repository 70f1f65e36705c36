import { startDeadline } from './start-deadline.js'

/** A store, limiter, sign-in or rule of the app did not do its part: answered with 503, never with an identity. */
export class DependencyFailure extends Error {
  override readonly name = 'DependencyFailure'
  /** Whether it was late, so that it may still do what it was asked to. */
  readonly timedOut: boolean

  constructor(message: string, details: { timedOut: boolean; cause?: unknown }) {
    super(message, { cause: details.cause })
    this.timedOut = details.timedOut
  }
}

/** The work's outcome. Rejects with a `DependencyFailure` when it fails, or after `timeoutMs` without one. */
export async function withinDeadline<T>(timeoutMs: number, work: () => T | Promise<T>): Promise<T> {
  let callOff = () => {}
  const deadline = new Promise<never>((_, reject) => {
    callOff = startDeadline(timeoutMs, () => {
      reject(new DependencyFailure(`Latchkey: no answer within ${timeoutMs} ms.`, { timedOut: true }))
    })
  })
  try {
    return await Promise.race([work(), deadline])
  } catch (error) {
    if (error instanceof DependencyFailure) throw error
    throw new DependencyFailure('Latchkey: a dependency failed.', { timedOut: false, cause: error })
  } finally {
    callOff()
  }
}
