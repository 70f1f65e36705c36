import { createHash, randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { UnkeyOperation } from './unkey-schemas.conformance.js'

type Outcome = { ok: true; body: object } | { ok: false; kind: string }

const rateLimitSchema = v.object({
  name: v.string(),
  limit: v.number(),
  duration: v.number(),
  autoApply: v.boolean(),
})

/** What the schemas have let through, as far as it is used here. */
const bodySchema = v.object({
  apiId: v.optional(v.string()),
  keyId: v.optional(v.string()),
  key: v.optional(v.string()),
  prefix: v.optional(v.string()),
  byteLength: v.optional(v.number()),
  name: v.optional(v.nullable(v.string())),
  externalId: v.optional(v.nullable(v.string())),
  meta: v.optional(v.nullable(v.record(v.string(), v.unknown()))),
  permissions: v.optional(v.union([v.array(v.string()), v.string()])),
  roles: v.optional(v.array(v.string())),
  expires: v.optional(v.nullable(v.number())),
  enabled: v.optional(v.boolean()),
  ratelimits: v.optional(v.array(rateLimitSchema)),
  expiration: v.optional(v.number()),
  limit: v.optional(v.number()),
  cursor: v.optional(v.string()),
})

type Body = v.InferOutput<typeof bodySchema>

/** A row of Unkey's, whose fields a test may change as its dashboard would. */
export interface Row {
  keyId: string
  apiId: string
  hash: string
  start: string
  createdAt: number
  updatedAt: number
  lastUsedAt: number
  name: string | null
  externalId: string | null
  meta: Record<string, unknown> | null
  permissions: string[]
  roles: { name: string; permissions: string[] }[]
  expires: number | null
  enabled: boolean
  ratelimits: v.InferOutput<typeof rateLimitSchema>[]
  used: Map<string, number>
}

/**
 * Unkey's keys in memory. Ids grow, and lists go by id, as there. Whoever asks may verify and read keys of every API of
 * the workspace, which is the widest that a root key can be; of another one Unkey would say that there is no such key.
 */
export function createUnkeyState(apiId: string, now: () => number) {
  const rows = new Map<string, Row>()
  let made = 0
  let lastWrite = 0
  /** Each write has an instant of its own, as writes over a network have. */
  const instant = () => {
    lastWrite = Math.max(lastWrite + 1, now())
    return lastWrite
  }
  const run: Record<UnkeyOperation, (body: Body) => Outcome> = {
    'keys.createKey': (body) => {
      if (body.apiId !== apiId) return missing('api')
      return issue({
        prefix: body.prefix ?? '',
        byteLength: body.byteLength ?? 16,
        row: {
          apiId,
          name: body.name ?? null,
          externalId: body.externalId ?? null,
          meta: body.meta ?? null,
          permissions: Array.isArray(body.permissions) ? body.permissions : [],
          roles: [],
          expires: body.expires ?? null,
          enabled: body.enabled ?? true,
          ratelimits: body.ratelimits ?? [],
        },
      })
    },
    'keys.getKey': (body) => withRow(body, (row) => ({ ok: true, body: { data: toResponse(row) } })),
    'keys.updateKey': (body) =>
      withRow(body, (row) => {
        const { name, externalId, meta, permissions, roles, expires, enabled, ratelimits } = body
        if (name !== undefined) row.name = name
        if (externalId !== undefined) row.externalId = externalId
        if (meta !== undefined) row.meta = meta
        if (Array.isArray(permissions)) row.permissions = permissions
        if (roles !== undefined) row.roles = row.roles.filter((role) => roles.includes(role.name))
        if (expires !== undefined) row.expires = expires
        if (enabled !== undefined) row.enabled = enabled
        if (ratelimits !== undefined) row.ratelimits = ratelimits
        row.updatedAt = instant()
        return { ok: true, body: { data: {} } }
      }),
    'keys.deleteKey': (body) =>
      withRow(body, (row) => {
        rows.delete(row.keyId)
        return { ok: true, body: { data: {} } }
      }),
    'keys.rerollKey': (body) =>
      withRow(body, (old) => {
        const parts = old.start.split('_')
        const { apiId, name, externalId, meta, permissions, roles, expires, enabled, ratelimits } = old
        const issued = issue({
          prefix: parts.length > 1 ? (parts[0] ?? '') : '',
          byteLength: 16,
          row: structuredClone({
            apiId,
            name,
            externalId,
            meta,
            permissions,
            roles,
            expires,
            enabled,
            ratelimits,
          }),
        })
        const { expiration = 0 } = body
        // Up to the next full minute.
        old.expires = expiration === 0 ? now() : Math.ceil((now() + expiration) / 60_000) * 60_000
        old.updatedAt = instant()
        return issued
      }),
    'keys.verifyKey': (body) => ({ ok: true, body: { data: verify(body) } }),
    'apis.listKeys': (body) => {
      if (body.apiId !== apiId) return missing('api')
      const { limit = 100, cursor = '', externalId } = body
      const all = [...rows.values()]
        .filter((row) => row.apiId === apiId && (externalId === undefined || row.externalId === externalId))
        .sort((one, other) => (one.keyId < other.keyId ? -1 : 1))
        .filter(({ keyId }) => keyId >= cursor)
      const next = all[limit]
      const pagination = next ? { cursor: next.keyId, hasMore: true } : { hasMore: false }
      return { ok: true, body: { data: all.slice(0, limit).map(toResponse), pagination } }
    },
  }

  return {
    rows,
    run: (operation: UnkeyOperation, body: unknown) => run[operation](v.parse(bodySchema, body)),
  }

  function withRow({ keyId = '' }: Body, work: (row: Row) => Outcome): Outcome {
    const row = rows.get(keyId)
    return row ? work(row) : missing('key')
  }

  function issue({ prefix, byteLength, row }: { prefix: string; byteLength: number; row: NewRow }): Outcome {
    made += 1
    const random = randomBytes(byteLength).toString('hex')
    const key = prefix ? `${prefix}_${random}` : random
    const keyId = `key_${String(made).padStart(12, '0')}`
    const start = key.slice(0, key.length - random.length + 4)
    rows.set(keyId, {
      keyId,
      hash: hashOf(key),
      start,
      createdAt: instant(),
      updatedAt: 0,
      lastUsedAt: 0,
      used: new Map(),
      ...row,
    })
    return { ok: true, body: { data: { keyId, key } } }
  }

  function verify({ key = '', permissions }: Body): object {
    const row = [...rows.values()].find(({ hash }) => hash === hashOf(key))
    if (!row) return { valid: false, code: 'NOT_FOUND' }
    const needed = typeof permissions === 'string' ? permissions.split(' AND ') : []
    const ratelimits = judge(row, needed, []) === 'VALID' ? limit(row) : []
    const code = judge(row, needed, ratelimits)
    row.lastUsedAt = now()
    return {
      ...toResponse(row),
      valid: code === 'VALID',
      code,
      ...(ratelimits.length > 0 && { ratelimits }),
    }
  }

  function judge(row: Row, needed: string[], ratelimits: { exceeded: boolean }[]): string {
    if (!row.enabled) return 'DISABLED'
    if (row.expires !== null && now() >= row.expires) return 'EXPIRED'
    if (!needed.every((slug) => permissionsOf(row).includes(slug))) return 'INSUFFICIENT_PERMISSIONS'
    return ratelimits.some(({ exceeded }) => exceeded) ? 'RATE_LIMITED' : 'VALID'
  }

  function limit(row: Row) {
    return row.ratelimits
      .filter(({ autoApply }) => autoApply)
      .map((limited) => {
        const window = Math.floor(now() / limited.duration)
        const slot = `${limited.name}:${window}`
        const used = (row.used.get(slot) ?? 0) + 1
        row.used.set(slot, used)
        return {
          ...limited,
          id: 'rl_test',
          reset: (window + 1) * limited.duration,
          remaining: Math.max(0, limited.limit - used),
          exceeded: used > limited.limit,
        }
      })
  }
}

type NewRow = Omit<Row, 'keyId' | 'hash' | 'start' | 'createdAt' | 'updatedAt' | 'lastUsedAt' | 'used'>

/** What is empty is left out, as Unkey's server leaves it out. */
function toResponse(row: Row) {
  return {
    keyId: row.keyId,
    start: row.start,
    createdAt: row.createdAt,
    enabled: row.enabled,
    ...(row.updatedAt > 0 && { updatedAt: row.updatedAt }),
    ...(row.lastUsedAt > 0 && { lastUsedAt: row.lastUsedAt }),
    ...(row.name !== null && { name: row.name }),
    ...(row.meta !== null && { meta: row.meta }),
    ...(row.expires !== null && { expires: row.expires }),
    ...(permissionsOf(row).length > 0 && { permissions: permissionsOf(row) }),
    ...(row.roles.length > 0 && { roles: row.roles.map(({ name }) => name) }),
    ...(row.externalId !== null && { identity: { id: `id_${row.externalId}`, externalId: row.externalId } }),
    ...(row.ratelimits.length > 0 && {
      ratelimits: row.ratelimits.map((limited) => ({ id: 'rl_test', ...limited })),
    }),
  }
}

/** Those by role too. */
function permissionsOf({ permissions, roles }: Row): string[] {
  return [...new Set([...permissions, ...roles.flatMap((role) => role.permissions)])]
}

function missing(what: 'api' | 'key'): Outcome {
  return { ok: false, kind: `data/${what}_not_found` }
}

/** Unkey keeps digests too. */
function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('base64')
}
