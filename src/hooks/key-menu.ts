import type { ApiKey, KeyStatus } from '../contract/index.js'
import type { ActionName, Gate } from './gates.js'

/** What a key's menu can offer. `revokeOld` revokes a key that was replaced and still works; `replace` makes a new one like
 * one that no longer works. */
export type KeyMenuEntry =
  | 'details'
  | 'rename'
  | 'edit'
  | 'rotate'
  | 'extend'
  | 'disable'
  | 'enable'
  | 'copyId'
  | 'revokeOld'
  | 'replace'
  | 'revoke'

/**
 * What can be done with a key, in the order of a menu: only what the backend supports and the key's own rules let
 * through. A gate that is shut for the moment, such as offline, comes along with its reason.
 */
export function keyMenu(
  key: Pick<ApiKey, 'managedBy'> & { status: KeyStatus },
  gateOf: (action: ActionName) => Gate,
): { entry: KeyMenuEntry; gate: Gate }[] {
  const entries = key.managedBy === null ? entriesOf[key.status] : (['details', 'copyId'] as const)
  return entries
    .map((entry) => ({
      entry,
      gate: entry === 'copyId' || entry === 'details' ? open : gateOf(actionOf[entry]),
    }))
    .filter(({ gate }) => gate.reason !== 'unsupported')
}

const entriesOf = {
  active: ['details', 'rename', 'edit', 'rotate', 'disable', 'copyId', 'revoke'],
  expiring: ['details', 'rename', 'edit', 'rotate', 'disable', 'copyId', 'revoke'],
  rotating: ['details', 'extend', 'copyId', 'revokeOld'],
  disabled: ['details', 'rename', 'edit', 'enable', 'copyId', 'revoke'],
  expired: ['details', 'replace', 'copyId', 'revoke'],
  revoked: ['details', 'replace', 'copyId'],
} as const satisfies Record<KeyStatus, readonly KeyMenuEntry[]>

const actionOf = {
  rename: 'update',
  edit: 'update',
  extend: 'update',
  rotate: 'rotate',
  disable: 'setEnabled',
  enable: 'setEnabled',
  revokeOld: 'revoke',
  replace: 'create',
  revoke: 'revoke',
} as const satisfies Record<Exclude<KeyMenuEntry, 'copyId' | 'details'>, ActionName>

const open: Gate = { allowed: true, reason: null, reasonText: null }
