import type { KeyService, Verification } from '../core/latchkey.js'
import { dataHeaders } from './data-headers.js'
import { createKeyCheck, type KeyQuestion } from './key-check.js'
import { type MachineIdentity, toMachineIdentity } from './machine-identity.js'
import { refusalResponse } from './refusal-response.js'
import { standingHeaders } from './standing-headers.js'

/** What a framework's middleware needs to know: whether to go on, and what to add to the answer. */
export type KeyGuard = (request: object, question: GuardQuestion) => Promise<Passage>

export interface GuardQuestion extends KeyQuestion {
  method: string
}

export type Passage =
  | {
      ok: true
      auth: MachineIdentity
      /** What to set on the answer, given what its handler said. */
      headersFor(said: { cacheControl: string | null; vary: string | null }): Record<string, string>
    }
  /** The answer; the handler must not run. */
  | { ok: false; response: Response }

/**
 * The lock of a route, for any framework. HEAD is checked and charged like GET (HT-14). OPTIONS is answered here, charges
 * nothing and never reaches the handler (HT-15): what answers other origins has to come before.
 */
export function createKeyGuard(
  latchkey: Pick<KeyService, 'verify' | 'realm' | 'acceptsApiKeyHeader'>,
): KeyGuard {
  const checkKey = createKeyCheck(latchkey)

  return async (request, { method, ...question }) => {
    if (method === 'OPTIONS') return { ok: false, response: emptyAnswer() }
    const verification: Verification = await checkKey(request, question)
    if (!verification.ok) return { ok: false, response: refusalResponse(verification, latchkey) }
    const { key, rate } = verification
    return {
      ok: true,
      auth: toMachineIdentity(key),
      headersFor: (said) => dataHeaders(said, latchkey, rate),
    }
  }
}

function emptyAnswer(): Response {
  return new Response(null, { status: 204, headers: standingHeaders(undefined) })
}
