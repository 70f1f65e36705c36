import { codeOfStatus } from './code-of-status.js'
import { isOffline } from './is-offline.js'
import { LatchkeyError } from './latchkey-error.js'
import { toRefusal } from './to-refusal.js'

export interface OutgoingRequest {
  url: string
  init: RequestInit
  /** Status of the answer when all went well. */
  expectedStatus: number
  fetch: typeof fetch
  /** For the whole exchange, the body of the answer included. */
  timeoutMs: number
  signal: AbortSignal | undefined
  /** Told before the body is read, and for refusals as well. */
  onHeaders(headers: Headers): void
}

/** Sends one request and resolves to the parsed JSON of its answer; every failure is a `LatchkeyError`. */
export async function sendRequest(request: OutgoingRequest): Promise<unknown> {
  const { url, init, fetch, timeoutMs, signal, expectedStatus } = request
  if (signal?.aborted) throw aborted()
  const wasOffline = isOffline()
  const stop = new AbortController()
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    stop.abort()
  }, timeoutMs)
  const abort = () => stop.abort()
  signal?.addEventListener('abort', abort)
  try {
    const response = await untilStopped(fetch(url, { ...init, signal: stop.signal }), stop.signal)
    request.onHeaders(response.headers)
    const body = parseJson(await untilStopped(response.text(), stop.signal))
    if (!response.ok) throw await refusal(response, body, stop.signal)
    if (response.status !== expectedStatus || body === undefined) throw unreadable(response)
    return body
  } catch (thrown) {
    if (thrown instanceof LatchkeyError) throw thrown
    if (timedOut) throw new LatchkeyError('timeout', `Latchkey: no answer within ${timeoutMs} ms.`)
    if (signal?.aborted) throw aborted()
    throw unanswered(wasOffline)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', abort)
  }
}

/** How long a refusal may wait for the code that reads it, in milliseconds. */
const readerWaitMs = 3000

/**
 * What a refusing answer says, which is read by what is fetched for it; where that does not come, or not soon, what its
 * status and its headers say.
 */
function refusal(response: Response, body: unknown, signal: AbortSignal): Promise<LatchkeyError> {
  const { status, headers } = response
  return new Promise((resolve) => {
    const giveUp = () => {
      // As seconds; a date is for the code that did not come.
      const retryAfterSeconds = Number(headers.get('Retry-After')) || undefined
      resolve(toRefusal(status, codeOfStatus(status), { retryAfterSeconds }))
    }
    const timer = setTimeout(giveUp, readerWaitMs)
    signal.addEventListener('abort', giveUp, { once: true })
    import('./later.js')
      .then(({ readProblem }) => resolve(readProblem(response, body)), giveUp)
      .finally(() => clearTimeout(timer))
  })
}

/**
 * An answer that is not what the contract says. The body stays out of it, and so do the parser's own words:
 * both can quote a secret.
 */
export function unreadable(response: { status: number }, path?: string): LatchkeyError {
  const where = path ? ` Look at "${path}".` : ''
  return new LatchkeyError(
    'unknown',
    `Latchkey: the server's answer does not follow the contract.${where} Is baseUrl the address of the handler?`,
    { status: response.status },
  )
}

/** No cause is kept: what an injected fetch throws may carry the answer, and the answer a secret. */
function unanswered(wasOffline: boolean): LatchkeyError {
  return wasOffline
    ? new LatchkeyError('offline', 'Latchkey: this browser is offline, so nothing was sent.')
    : new LatchkeyError('unreachable', 'Latchkey: no answer came. The server cannot be reached.')
}

function aborted(): LatchkeyError {
  return new LatchkeyError('aborted', 'Latchkey: the request was called off.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Settles with the signal even where an injected fetch does not heed it. */
function untilStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true })
    work.then(resolve, reject)
  })
}
