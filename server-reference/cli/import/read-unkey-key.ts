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

/** How many characters of a key its `start` shows behind the prefix. */
const shownLength = 4
const maxPrefixLength = 32

/**
 * A key of Unkey as a line of JSON. `hash` is base64 of the SHA-256 of the whole key, padded; `start` its prefix and four
 * characters; `permissions` a list of slugs; `externalId` whom it was made for. Instants are milliseconds or RFC 3339.
 */
export function readUnkeyKey(row: Row, options: ReadOptions): KeyCandidate {
  const from = readText(row, 'id', 'keyId') ?? '(no id)'
  const leftOut = (why: string): KeyCandidate => ({ status: 'leftOut', from, why })

  const digest = readText(row, 'hash') ?? ''
  if (!/^[A-Za-z0-9+/]{43}=$/.test(digest)) return leftOut('its "hash" is no SHA-256 in base64')
  const identity = readJson(row, 'identity')
  const consumerId =
    readText(row, 'externalId', 'ownerId') ?? (isRow(identity) ? readText(identity, 'externalId') : null)
  if (consumerId === null) return leftOut('it has no "externalId"')
  const own = readJson(row, 'credits')
  const credits = isRow(own) ? own : row
  const terms = judgeTerms(
    {
      expiresAt: readInstant(row, 'expires', 'expiresAt'),
      expiryField: 'expires',
      isDeleted: readInstant(row, 'deletedAt') !== null,
      remaining: readNumber(credits, 'remaining'),
      isRefilled: isRow(readJson(credits, 'refill')),
    },
    options,
  )
  if (!terms.ok) return { status: terms.status, from, why: terms.why }

  const shown = readText(row, 'start') ?? ''
  const prefix = shown.slice(0, -shownLength).slice(0, maxPrefixLength)
  const start = shown.slice(-shownLength)
  const rateLimit = readRateLimit(row)
  const meta = readJson(row, 'meta')
  const losses: [Loss, boolean][] = [
    ['rateLimit', rateLimit !== null && !options.rateLimits],
    ['quota', terms.hasQuota],
    ['roles', toTexts(readJson(row, 'roles')).length > 0],
    ['metadata', isRow(meta) && Object.keys(meta).length > 0],
  ]
  return {
    status: 'ready',
    from,
    without: losses.filter(([, isLost]) => isLost).map(([loss]) => loss),
    key: {
      sha256: Buffer.from(digest, 'base64').toString('hex'),
      consumerId,
      name: readName(row, shown),
      environment: options.environment,
      prefix,
      start,
      scopes: toTexts(readJson(row, 'permissions')),
      rateLimit: options.rateLimits ? rateLimit : null,
      expiresAt: terms.expiresAt,
      createdAt: readInstant(row, 'createdAt') ?? null,
      lastUsedAt: readInstant(row, 'lastUsedAt') ?? null,
      enabled: readFlag(row, 'enabled', true),
    },
  }
}

function toTexts(list: unknown): string[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : []
}

/** The limit that is applied by itself; the others are asked for by name, which nobody does here. */
function readRateLimit(row: Row) {
  const list = readJson(row, 'ratelimits')
  const applied = Array.isArray(list)
    ? list.filter(isRow).find((each) => readFlag(each, 'autoApply', false))
    : null
  if (!applied) return null
  const limit = readNumber(applied, 'limit')
  const durationMs = readNumber(applied, 'duration')
  if (typeof limit !== 'number' || typeof durationMs !== 'number') return null
  return { limit, windowSeconds: Math.max(1, Math.round(durationMs / 1000)) }
}
