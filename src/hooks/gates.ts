import type { ApiKeyClient } from '../client/index.js'
import type { Capabilities, KeyCounts, OperationName } from '../contract/index.js'

export type ActionName = 'create' | 'rotate' | 'revoke' | 'update' | 'setEnabled'

/** What can be permitted. `bulk` is asked about beside what is to be done to many keys. */
export type Permission = ActionName | 'bulk'

/** `unsupported`: the backend has no such operation, so the UI leaves it out. The others are told with their reason. */
export type GateReason = 'unsupported' | 'not_permitted' | 'offline' | 'key_limit_reached'

/** Whether something can be done now. A hint for the UI: the server decides. */
export interface Gate {
  allowed: boolean
  /** Why not; null where it is allowed. */
  reason: GateReason | null
  /** The host's own words for `not_permitted`, where it gave some. */
  reasonText: string | null
}

/** What the host lets this person do; absent: everything. The server has to enforce it as well. */
export type Permissions = Partial<Record<Permission, boolean | { allowed: boolean; reason?: string }>>

export interface GateFacts {
  client: ApiKeyClient
  permissions: Permissions
  /** null: not known, and so nothing is ruled out. */
  capabilities: Capabilities | null
  counts: KeyCounts | null
  online: boolean
}

export function toGate(action: Permission, facts: GateFacts): Gate {
  const { client, permissions, capabilities, counts, online } = facts
  const operation = operationOf[action]
  if (!client[operation] || capabilities?.operations.includes(operation) === false) return shut('unsupported')
  const permission = permissions[action] ?? true
  if (typeof permission === 'boolean') {
    if (!permission) return shut('not_permitted')
  } else if (!permission.allowed) return shut('not_permitted', permission.reason)
  if (!online) return shut('offline')
  const maxKeys = capabilities?.maxKeys ?? null
  if (action === 'create' && maxKeys !== null && counts && liveKeys(counts) >= maxKeys) {
    return shut('key_limit_reached')
  }
  return { allowed: true, reason: null, reasonText: null }
}

const operationOf = {
  create: 'create',
  rotate: 'rotate',
  revoke: 'revoke',
  update: 'update',
  setEnabled: 'update',
  bulk: 'bulk',
} as const satisfies Record<Permission, OperationName>

/** What counts against the limit: neither revoked nor expired. */
function liveKeys({ active, expiring, rotating, disabled }: KeyCounts): number {
  return active + expiring + rotating + disabled
}

function shut(reason: GateReason, reasonText: string | null = null): Gate {
  return { allowed: false, reason, reasonText }
}
