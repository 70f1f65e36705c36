import type { Insertable, Selectable } from 'kysely'
import { type ApiKey, toInstant } from '../../../src/contract/index.js'
import type { StoredKey } from '../../core/stored-key.js'
import { boundActor } from '../bound-actor.js'
import { foldText } from '../fold-text.js'
import { toEpochMs, toEpochMsOrNull, toInstantOrNull } from './epoch-ms.js'
import { parseJsonList } from './json-list.js'
import type { KeyTable } from './key-database.js'

/** Every column that an `ApiKey` is made of; the digest stays where it is. */
export const keyColumns = [
  'id',
  'consumer_id',
  'name',
  'description',
  'environment',
  'prefix',
  'id_start',
  'key_end',
  'scopes',
  'ip_allowlist',
  'rate_limit',
  'rate_window_seconds',
  'created_at',
  'updated_at',
  'created_by_id',
  'created_by_name',
  'expires_at',
  'last_used_at',
  'disabled_at',
  'revoked_at',
  'revoked_reason',
  'replaces_id',
  'replaced_by_id',
  'overlap_ends_at',
  'managed_by_name',
  'managed_by_url',
  'version',
] as const satisfies readonly (keyof KeyTable)[]

/** Every column that a new key is written with. */
export const newKeyColumns = [
  ...keyColumns,
  'name_folded',
  'description_folded',
  'digest_algorithm',
  'digest_pepper_id',
  'digest_value',
] as const satisfies readonly (keyof Insertable<KeyTable>)[]

export type KeyRow = Pick<Selectable<KeyTable>, (typeof keyColumns)[number]>

export function toApiKey(row: KeyRow): ApiKey {
  return {
    id: row.id,
    consumerId: row.consumer_id,
    name: row.name,
    description: row.description,
    environment: row.environment,
    prefix: row.prefix,
    start: row.id_start,
    end: row.key_end,
    scopes: parseJsonList(row.scopes),
    ipAllowlist: parseJsonList(row.ip_allowlist),
    rateLimit: toRateLimit(row),
    createdAt: toInstant(row.created_at),
    updatedAt: toInstant(row.updated_at),
    createdBy:
      row.created_by_id === null ? null : { id: row.created_by_id, ...withName(row.created_by_name) },
    expiresAt: toInstantOrNull(row.expires_at),
    lastUsedAt: toInstantOrNull(row.last_used_at),
    disabledAt: toInstantOrNull(row.disabled_at),
    revokedAt: toInstantOrNull(row.revoked_at),
    revokedReason: row.revoked_reason,
    rotation: toRotation(row),
    managedBy:
      row.managed_by_name === null ? null : { name: row.managed_by_name, ...withUrl(row.managed_by_url) },
    version: row.version,
  }
}

export function toKeyRow(key: StoredKey): Insertable<KeyTable> {
  const createdBy = boundActor(key.createdBy)
  return {
    id: key.id,
    consumer_id: key.consumerId,
    name: key.name,
    name_folded: foldText(key.name),
    description: key.description,
    description_folded: key.description === null ? null : foldText(key.description),
    environment: key.environment,
    prefix: key.prefix,
    id_start: key.start,
    key_end: key.end,
    scopes: JSON.stringify(key.scopes),
    ip_allowlist: JSON.stringify(key.ipAllowlist),
    rate_limit: key.rateLimit?.limit ?? null,
    rate_window_seconds: key.rateLimit?.windowSeconds ?? null,
    created_at: toEpochMs(key.createdAt),
    updated_at: toEpochMs(key.updatedAt),
    created_by_id: createdBy?.id ?? null,
    created_by_name: createdBy?.name ?? null,
    expires_at: toEpochMsOrNull(key.expiresAt),
    last_used_at: toEpochMsOrNull(key.lastUsedAt),
    disabled_at: toEpochMsOrNull(key.disabledAt),
    revoked_at: toEpochMsOrNull(key.revokedAt),
    revoked_reason: key.revokedReason,
    replaces_id: key.rotation?.replacesId ?? null,
    replaced_by_id: key.rotation?.replacedById ?? null,
    overlap_ends_at: toEpochMsOrNull(key.rotation?.overlapEndsAt),
    managed_by_name: key.managedBy?.name ?? null,
    managed_by_url: key.managedBy?.url ?? null,
    version: key.version,
    digest_algorithm: key.digest.algorithm,
    digest_pepper_id: key.digest.pepperId,
    digest_value: key.digest.value,
  }
}

function toRateLimit(row: KeyRow): ApiKey['rateLimit'] {
  return row.rate_limit === null || row.rate_window_seconds === null
    ? null
    : { limit: row.rate_limit, windowSeconds: row.rate_window_seconds }
}

function toRotation(row: KeyRow): ApiKey['rotation'] {
  if (row.replaces_id === null && row.replaced_by_id === null) return null
  return {
    ...(row.replaces_id === null ? {} : { replacesId: row.replaces_id }),
    ...(row.replaced_by_id === null ? {} : { replacedById: row.replaced_by_id }),
    ...(row.overlap_ends_at === null ? {} : { overlapEndsAt: toInstant(row.overlap_ends_at) }),
  }
}

/** A property that is left out where the column is null. */
const withName = (name: string | null) => (name === null ? {} : { name })
const withUrl = (url: string | null) => (url === null ? {} : { url })
