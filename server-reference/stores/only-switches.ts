import type { KeyChanges } from '../core/api-key-store.js'

/**
 * A change that enables or disables and does nothing else. To a key that is so already it changes nothing: no
 * version, no event.
 */
export function onlySwitches({ enabled, ...others }: KeyChanges): boolean {
  return enabled !== undefined && Object.values(others).every((value) => value === undefined)
}
