import type { RowAction } from '../locales/list-strings.js'

/** One entry of a row's menu. */
export interface RowMenuItem {
  action: RowAction
  /** Why it cannot be done now. The entry stays reachable and says so; absent: it can be done. */
  reason?: string | undefined
}

/** Entries that end something stand apart, below a line, in the colour of danger. */
export function isDestructive(action: RowAction): boolean {
  return action === 'revoke' || action === 'revokeOld'
}
