import type { ApiKey, KeyStatus } from '../contract/index.js'
import type { ActionName, Gate } from './gates.js'

/** What a key's menu can offer. `revokeOld` revokes a key that was replaced and still works. */
export type KeyMenuEntry = 'rename' | 'rotate' | 'disable' | 'enable' | 'copyId' | 'revokeOld' | 'revoke'

/**
 * What can be done with a key, in the order of a menu: only what the backend supports and the key's own rules let
 * through. A gate that is shut for the moment, such as offline, comes along with its reason.
 */
export function keyMenu(
  key: Pick<ApiKey, 'managedBy'> & { status: KeyStatus },
  gateOf: (action: ActionName) => Gate,
): { entry: KeyMenuEntry; gate: Gate }[] {
  const entries = key.managedBy === null ? entriesOf[key.status] : (['copyId'] as const)
  return entries
    .map((entry) => ({ entry, gate: entry === 'copyId' ? open : gateOf(actionOf[entry]) }))
    .filter(({ gate }) => gate.reason !== 'unsupported')
}

const entriesOf = {
  active: ['rename', 'rotate', 'disable', 'copyId', 'revoke'],
  expiring: ['rename', 'rotate', 'disable', 'copyId', 'revoke'],
  rotating: ['copyId', 'revokeOld'],
  disabled: ['rename', 'enable', 'copyId', 'revoke'],
  expired: ['copyId', 'revoke'],
  revoked: ['copyId'],
} as const satisfies Record<KeyStatus, readonly KeyMenuEntry[]>

const actionOf = {
  rename: 'update',
  rotate: 'rotate',
  disable: 'setEnabled',
  enable: 'setEnabled',
  revokeOld: 'revoke',
  revoke: 'revoke',
} as const satisfies Record<Exclude<KeyMenuEntry, 'copyId'>, ActionName>

const open: Gate = { allowed: true, reason: null, reasonText: null }
