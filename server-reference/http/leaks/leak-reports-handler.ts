import { createReporter } from '../../core/create-reporter.js'
import { webCryptoSha256 } from '../../core/keys/web-crypto-digests.js'
import type { Latchkey } from '../../core/latchkey.js'
import type { LeakPolicy } from '../../core/leak.js'
import { DependencyFailure } from '../../core/within-deadline.js'
import { jsonResponse } from '../outcome-response.js'
import { type Occurrence, problemResponse } from '../problem-response.js'
import { readBytes } from '../read-bytes.js'
import { createPublicKeys } from './create-public-keys.js'
import { fromBase64 } from './from-base64.js'
import { type LeakReport, parseReports } from './parse-reports.js'
import { toRawSignature } from './to-raw-signature.js'

export interface LeakReportsOptions {
  policy?: LeakPolicy | undefined
  /** Where the keys are published that reports are signed with. @default GitHub's */
  publicKeysUrl?: string | undefined
  /** @default the global one */
  fetch?: typeof fetch | undefined
  /** How long fetching those keys may take, in milliseconds. @default 3000 */
  fetchTimeoutMs?: number | undefined
  /** Longest report that is read, in bytes. @default 1 MiB, some thousand keys */
  maxBodyBytes?: number | undefined
  /** Milliseconds from any beginning, that never go back: for the age of those keys. @default performance.now */
  now?: (() => number) | undefined
  /** Told what a 500 or 503 hid from its caller. Never given a secret. Its own failure is ignored. */
  onError?: ((error: unknown, context: LeakErrorContext) => void) | undefined
}

export interface LeakErrorContext {
  /** `leak_report_keys`: the keys to check signatures with could not be fetched, and the last ones hold. */
  during: 'leak_report' | 'leak_report_keys'
  /** That of the answer, where the failure belongs to one. */
  requestId?: string | undefined
}

/**
 * Where GitHub's secret scanning tells which keys of yours it found in public (its partner programme). Only what GitHub
 * signed is read. Each key is flagged or revoked, as `reportLeak` does it; the answer says of each whether it was one, by its
 * SHA-256. A report that could not be worked through, or checked, is answered 503, and can be sent again.
 */
export function leakReportsHandler(
  latchkey: Pick<Latchkey, 'reportLeak'>,
  options: LeakReportsOptions = {},
): (request: Request) => Promise<Response> {
  const { policy, maxBodyBytes = 1024 * 1024, fetchTimeoutMs = 3_000 } = options
  const report = createReporter(options.onError)
  const publicKeys = createPublicKeys({
    url: options.publicKeysUrl ?? 'https://api.github.com/meta/public_keys/secret_scanning',
    // Called anew each time, for what replaces the global one; and never as a method of these options.
    fetch: options.fetch ?? ((...request) => fetch(...request)),
    timeoutMs: fetchTimeoutMs,
    now: options.now ?? (() => performance.now()),
    onError: (error) => report(error, { during: 'leak_report_keys' }),
  })

  return async function handleLeakReports(request) {
    const requestId = crypto.randomUUID()
    try {
      return await answer(request, { requestId })
    } catch (error) {
      report(error, { during: 'leak_report', requestId })
      const isLate = error instanceof DependencyFailure
      return problemResponse(isLate ? 'store_unavailable' : 'internal_error', { requestId })
    }
  }

  async function answer(request: Request, occurrence: Occurrence): Promise<Response> {
    if (request.method !== 'POST') {
      return problemResponse('method_not_allowed', { ...occurrence, headers: { Allow: 'POST' } })
    }
    const unsigned = () => problemResponse('forbidden', { ...occurrence, detail: notSigned })
    const identifier = request.headers.get('Github-Public-Key-Identifier') ?? ''
    const der = fromBase64(request.headers.get('Github-Public-Key-Signature') ?? '')
    const signature = der && toRawSignature(der)
    if (identifier === '' || signature === null) return unsigned()
    // Before the body: who does not even name a key is not listened to.
    const found = await publicKeys.find(identifier)
    if (found.status === 'unavailable') {
      const { retryAfterSeconds } = found
      return problemResponse('store_unavailable', { ...occurrence, retryAfterSeconds, detail: notChecked })
    }
    if (found.status === 'unknown') return unsigned()
    const body = await readBytes(request, maxBodyBytes)
    if (body === null) return problemResponse('payload_too_large', occurrence)
    if (!(await crypto.subtle.verify(ecdsa, found.key, signature, body))) return unsigned()
    const reports = parseReports(body)
    if (reports === null) return problemResponse('bad_request', occurrence)
    return jsonResponse(await workThrough(reports), 200, occurrence)
  }

  /** One after the other: they are few, and the database has other work. */
  async function workThrough(reports: readonly LeakReport[]): Promise<Feedback[]> {
    const feedback: Feedback[] = []
    for (const { token, type, url, source } of reports) {
      const { status } = await latchkey.reportLeak(
        { secret: token, url, source },
        { policy, actor: reporter },
      )
      feedback.push({
        token_hash: await webCryptoSha256(token),
        token_type: type,
        label: status === 'unknown' ? 'false_positive' : 'true_positive',
      })
    }
    return feedback
  }
}

/** One of the partner programme's answers. The token itself is not repeated. */
interface Feedback {
  /** SHA-256, as hexadecimal digits. */
  token_hash: string
  token_type: string
  label: 'true_positive' | 'false_positive'
}

const ecdsa = { name: 'ECDSA', hash: 'SHA-256' } as const

const reporter = { id: 'github-secret-scanning', name: 'GitHub' } as const

const notSigned = 'Only reports that GitHub has signed are read.'

const notChecked = 'The keys to check the signature with could not be fetched. Send the report again later.'
