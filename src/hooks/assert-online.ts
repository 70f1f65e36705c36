import { onlineManager } from '@tanstack/react-query'
import { LatchkeyError } from '../client/index.js'

/**
 * Refuses before anything is sent. A write must not wait for the network either: a revoke that runs minutes later,
 * behind somebody's back, is worse than one that says it did not happen.
 */
export function assertOnline(): void {
  if (onlineManager.isOnline()) return
  throw new LatchkeyError('offline', 'Latchkey: this browser is offline, so nothing was sent.')
}
