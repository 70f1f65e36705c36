import {
  isRow,
  type Row,
  readFlag,
  readInstant,
  readJson,
  readName,
  readNumber,
  readText,
} from './foreign-values.js'
import { judgeTerms } from './judge-terms.js'
import type { KeyCandidate, Loss, ReadOptions } from './key-candidate.js'

const maxPrefixLength = 32
const maxStartLength = 16

/**
 * A row of the table `apikey` of Better Auth's plugin. `key` is base64url of the SHA-256 of the whole key, without padding;
 * `permissions` is JSON, resource to actions; `referenceId` is a user or an organisation.
 */
export function readBetterAuthKey(row: Row, options: ReadOptions): KeyCandidate {
  const from = readText(row, 'id') ?? '(no id)'
  const leftOut = (why: string): KeyCandidate => ({ status: 'leftOut', from, why })

  const digest = readText(row, 'key') ?? ''
  if (!/^[A-Za-z0-9_-]{43}$/.test(digest)) {
    return leftOut('its "key" is no SHA-256 in base64url; with disableKeyHashing it is the key itself')
  }
  const consumerId = readText(row, 'referenceId', 'userId')
  if (consumerId === null) return leftOut('it has no "referenceId"')
  const terms = judgeTerms(
    {
      expiresAt: readInstant(row, 'expiresAt'),
      expiryField: 'expiresAt',
      remaining: readNumber(row, 'remaining'),
      isRefilled: typeof readNumber(row, 'refillAmount') === 'number',
    },
    options,
  )
  if (!terms.ok) return { status: terms.status, from, why: terms.why }

  const prefix = (readText(row, 'prefix') ?? '').slice(0, maxPrefixLength)
  // The first characters of the whole key, its prefix among them: six, unless the app chose otherwise.
  const shown = readText(row, 'start') ?? ''
  const start = shown.startsWith(prefix) ? shown.slice(prefix.length, prefix.length + maxStartLength) : ''
  const rateLimit = readRateLimit(row)
  const losses: [Loss, boolean][] = [
    ['rateLimit', rateLimit !== null && !options.rateLimits],
    ['quota', terms.hasQuota],
    ['metadata', isRow(readJson(row, 'metadata'))],
  ]
  return {
    status: 'ready',
    from,
    without: losses.filter(([, isLost]) => isLost).map(([loss]) => loss),
    key: {
      sha256: Buffer.from(digest, 'base64url').toString('hex'),
      consumerId,
      name: readName(row, `${prefix}${start}`),
      environment: options.environment,
      prefix,
      start,
      scopes: toScopes(readJson(row, 'permissions')),
      rateLimit: options.rateLimits ? rateLimit : null,
      expiresAt: terms.expiresAt,
      createdAt: readInstant(row, 'createdAt') ?? null,
      lastUsedAt: readInstant(row, 'lastRequest') ?? null,
      enabled: readFlag(row, 'enabled', true),
    },
  }
}

/** `{ files: ['read', 'write'] }` becomes `files:read` and `files:write`. */
function toScopes(permissions: unknown): string[] {
  if (!isRow(permissions)) return []
  return Object.entries(permissions).flatMap(([resource, actions]) =>
    Array.isArray(actions) ? actions.map((action) => `${resource}:${action}`) : [],
  )
}

function readRateLimit(row: Row) {
  const limit = readNumber(row, 'rateLimitMax')
  const windowMs = readNumber(row, 'rateLimitTimeWindow')
  if (!readFlag(row, 'rateLimitEnabled', false)) return null
  if (typeof limit !== 'number' || typeof windowMs !== 'number') return null
  return { limit, windowSeconds: Math.max(1, Math.round(windowMs / 1000)) }
}
