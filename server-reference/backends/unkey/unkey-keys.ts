import type { RateLimit } from '../../../src/contract/index.js'
import { guardSession } from '../../core/guard-session.js'
import { webCryptoSha256 } from '../../core/keys/web-crypto-digests.js'
import type { KeyService } from '../../core/latchkey.js'
import { createInFlight } from '../../core/management/create-in-flight.js'
import type { RateLimiter } from '../../core/rate-limiter.js'
import { type RuleOptions, resolveRules } from '../../core/resolve-rules.js'
import { withinDeadline } from '../../core/within-deadline.js'
import { memoryRateLimits } from '../../limits/memory-rate-limits.js'
import { pageKeys } from '../../stores/page-keys.js'
import { createApiMembers } from './api-members.js'
import { createTurns } from './create-turns.js'
import { createUnkeyApi } from './create-unkey-api.js'
import { createUnkeyVerifier } from './create-unkey-verifier.js'
import { createKeyReader } from './read-keys.js'
import { createUnkeyManagement } from './unkey-management.js'

export interface UnkeyOptions extends Omit<RuleOptions, 'environments'> {
  /**
   * May create, read, update, delete and verify keys of one API, and read that API: `api.<apiId>.create_key` and so on. It
   * never leaves the server.
   */
  rootKey: string
  /** The API at Unkey that all keys belong to. */
  apiId: string
  /** First part of new keys, 1 to 16 letters and digits; Unkey writes a `_` behind it. null: none. @default null */
  prefix?: string | null | undefined
  /** The fastest that a person may give a key of their own. null: any. @default 600 requests in 60 seconds */
  maxRateLimit?: RateLimit | null | undefined
  /**
   * Wrong keys per client address, after which Unkey is not asked any more. null: no limit, which lets strangers have it
   * asked as often as they like. @default 30 in 60 seconds
   */
  failures?: RateLimit | null | undefined
  /** Who counts those. @default memoryRateLimits(), which knows of one process alone */
  limiter?: RateLimiter | undefined
  /** @default 'https://api.unkey.com' */
  baseUrl?: string | undefined
  /** How long each request to Unkey, and each rule of the app, may take, in milliseconds, before the answer is 503. @default 500 */
  timeoutMs?: number | undefined
  /** @default fetch */
  fetch?: typeof fetch | undefined
}

/**
 * The same service over keys that Unkey keeps: for `authMiddleware`, `createAuth` and `routeHandlers` in place of a
 * `Latchkey`. A consumer is an identity's `externalId`, a scope a permission.
 *
 * What Unkey cannot do is not offered: usage, activity, bulk changes, finding a pasted key. A revocation is felt within
 * 60 seconds. Names are unique, and limits on the number of keys hold, for each process by itself.
 */
export function unkeyKeys(options: UnkeyOptions): KeyService {
  const { apiId, timeoutMs = 500, maxRateLimit = { limit: 600, windowSeconds: 60 } } = options
  const rules = resolveRules({ ...options, environments: ['live'] })
  for (const { name } of rules.scopes) checkPermission(name)
  const prefix = checkPrefix(options.prefix ?? null)
  const api = createUnkeyApi({
    rootKey: options.rootKey,
    baseUrl: options.baseUrl ?? 'https://api.unkey.com',
    timeoutMs,
    fetch: options.fetch ?? fetch,
  })
  const members = createApiMembers(api, apiId)
  const reader = createKeyReader({ api, apiId, members })
  const { report, acceptApiKeyHeader, now, confirm } = rules
  const inTime = <T>(work: () => T | Promise<T>) => withinDeadline(timeoutMs, work)

  return {
    realm: rules.realm,
    acceptsApiKeyHeader: acceptApiKeyHeader,
    session: guardSession(rules.session, timeoutMs, report),
    management: createUnkeyManagement({
      settings: {
        ...rules,
        authorize: (question) => inTime(() => rules.authorize(question)),
        defaultConsumerId: (user) => inTime(() => rules.defaultConsumerId(user)),
        confirm: confirm && ((question) => inTime(() => confirm(question))),
        limits: { max: maxRateLimit },
        store: {
          list: async (query) =>
            pageKeys(
              (await reader.listOf(query.consumerId)).map(({ key }) => key),
              query,
            ),
        },
      },
      sha256: webCryptoSha256,
      inFlight: createInFlight(),
      // Each rule of the app and each request to Unkey has a deadline of its own, and a list may need several.
      ask: async (work) => work(),
      change: async (work) => work(),
      api,
      reader,
      members,
      turns: createTurns(),
      apiId,
      prefix,
      report,
    }),
    ...createUnkeyVerifier({
      api,
      members,
      acceptApiKeyHeader,
      now,
      report,
      limiter: options.limiter ?? memoryRateLimits(),
      failures: options.failures === undefined ? { limit: 30, windowSeconds: 60 } : options.failures,
    }),
  }
}

function checkPermission(scope: string): void {
  if (/^[A-Za-z0-9_:.-]{1,128}$/.test(scope)) return
  throw new Error(
    `Latchkey: the scope "${scope}" cannot be a permission at Unkey. No key could hold it. Use letters, digits and _ : . - alone.`,
  )
}

/** With a `_` inside, Unkey would keep only what stands before it when it rerolls a key. */
function checkPrefix(prefix: string | null): string | null {
  if (prefix === null || /^[A-Za-z0-9]{1,16}$/.test(prefix)) return prefix
  throw new Error(
    `Latchkey: the prefix "${prefix}" cannot begin a key at Unkey. A rotation would change it, and scanners would miss the successor. Use 1 to 16 letters and digits.`,
  )
}
