import type { RateLimit } from '../../../src/contract/index.js'
import type { Refusal, Verification, VerifyRequest } from '../../core/latchkey.js'
import type { ErrorListener } from '../../core/latchkey-options.js'
import type { RateLimiter } from '../../core/rate-limiter.js'
import { createFailureLimits } from '../../core/verification/create-failure-limits.js'
import { readCredential } from '../../core/verification/read-credential.js'
import { refuse, refuseForRate } from '../../core/verification/refuse.js'
import type { ApiMembers } from './api-members.js'
import type { UnkeyApi } from './create-unkey-api.js'
import { judgeVerdict, type Verdict, verdictSchema } from './judge-verdict.js'
import { readOwnMeta } from './own-meta.js'
import { UnkeyFailure } from './unkey-failure.js'

interface VerifierParts {
  api: UnkeyApi
  members: ApiMembers
  acceptApiKeyHeader: boolean
  now: () => number
  report: ErrorListener
  /** Who counts wrong keys of an address, and how many are asked about. null: any number. */
  limiter: RateLimiter
  failures: RateLimit | null
}

/**
 * What a request's key opens, as Unkey says it for each request anew, and then as what is kept beside the key says.
 * Never rejects: what cannot be told in time is `store_unavailable`.
 */
export function createUnkeyVerifier({
  api,
  members,
  acceptApiKeyHeader,
  now,
  report,
  ...limits
}: VerifierParts) {
  const failures = createFailureLimits(limits.limiter, limits.failures)

  return { verify, lookEarly }

  /** Unkey charges for each look, so that a middleware's is at the shape alone. */
  function lookEarly({ headers }: Pick<VerifyRequest, 'headers'>): Refusal | null {
    const secret = readSecret(headers)
    return typeof secret === 'string' ? null : secret
  }

  async function verify(request: VerifyRequest): Promise<Verification> {
    const secret = readSecret(request.headers)
    if (typeof secret !== 'string') return secret
    const { requiredScopes = [] } = request
    // The text names no key, so that what is wrong with it counts for its sender alone.
    const attempt = { address: request.address, keyId: '', now: now() }
    try {
      const blocked = await failures.check(attempt)
      if (blocked) return refuseForRate(blocked)
      const found = await api.call(
        'keys.verifyKey',
        // The one place where a key leaves this process, in a body.
        { key: secret, ...toQuery(requiredScopes) },
        verdictSchema,
      )
      // An unknown key is a 200 too; this is another server, or no such path.
      if (!found) throw new UnkeyFailure('keys.verifyKey', { status: 404, kind: 'not_found' })
      const verification = (await isElsewhere(found.data)) ? refuse.invalid_key : judge(found.data, request)
      if (verification.ok || verification.code !== 'invalid_key') return verification
      const exceeded = await failures.charge(attempt)
      return exceeded ? refuseForRate(exceeded) : verification
    } catch (error) {
      report(error, { during: 'verify' })
      const wait = error instanceof UnkeyFailure ? error.retryAfterSeconds : 1
      return { ...refuse.store_unavailable, retryAfterSeconds: wait }
    }
  }

  async function isElsewhere({ keyId, identity }: Verdict): Promise<boolean> {
    if (!keyId || !identity || (await members.has(keyId, identity.externalId))) return false
    report(foreign, { during: 'verify', keyId })
    return true
  }

  function judge(verdict: Verdict, request: VerifyRequest): Verification {
    const own = readOwnMeta(verdict.meta)
    if (own === null) report(damage, { during: 'verify', keyId: verdict.keyId })
    return judgeVerdict(verdict, own, request, now())
  }

  function readSecret(headers: Headers): string | Refusal {
    const credential = readCredential(headers, acceptApiKeyHeader)
    if (!credential.ok) return refuse[credential.code]
    // As Unkey makes them. A session's token has dots, and is nobody's business there.
    return /^[0-9A-Za-z_]{8,512}$/.test(credential.secret) ? credential.secret : refuse.invalid_key
  }
}

const foreign = new Error(
  'Latchkey: a key of another API at Unkey was presented. It opens nothing here, and the root key can do more than it should. Make one for the API of apiId alone.',
)

const damage = new Error(
  'Latchkey: meta.latchkey of a key at Unkey cannot be read. Nobody knows which addresses the key is bound to, so it opens nothing. Put it right at Unkey, or revoke the key.',
)

/** Asked along, so that a request that lacks a permission is not charged for; too long a question is judged here alone. */
function toQuery(scopes: readonly string[]): { permissions?: string } {
  const permissions = scopes.join(' AND ')
  return permissions.length > 0 && permissions.length <= 1000 ? { permissions } : {}
}
