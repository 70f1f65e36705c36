import type { DatabaseInspection } from '../../stores/database-inspection.js'
import type { Terminal } from '../terminal.js'
import type { Finding } from './finding.js'

const tolerableMs = 1_000
/** Expiry, limits and sign-ins go wrong by as much. */
const wrongMs = 60_000

/**
 * Holds this machine's clock against the database's, against the newest row, which cannot lie in the future, and
 * against one that nobody sets. @param start both clocks when the command began
 */
export function checkClock(
  start: { wallMs: number; monotonicMs: number },
  inspection: DatabaseInspection | string,
  { now, monotonicMs }: Pick<Terminal, 'now' | 'monotonicMs'>,
): Finding {
  const name = 'clock'
  const mend = 'Let this machine follow a time server, such as chrony or systemd-timesyncd.'
  const passedMs = monotonicMs() - start.monotonicMs
  const jumpMs = now() - start.wallMs - passedMs
  if (Math.abs(jumpMs) > tolerableMs) {
    return { name, status: 'fault', says: `the clock jumped by ${inSeconds(jumpMs)} while we looked`, mend }
  }
  if (typeof inspection === 'string') {
    return {
      name,
      status: 'skipped',
      says: 'the database, which it is held against, could not be read',
      mend: null,
    }
  }
  const { clock, newestEventMs } = inspection
  const aheadMs = clock === null ? 0 : clock.callerMs - clock.databaseMs
  if (Math.abs(aheadMs) > tolerableMs) {
    const says = `this machine's clock is ${inSeconds(Math.abs(aheadMs))} ${aheadMs > 0 ? 'ahead of' : 'behind'} the database's`
    return { name, status: Math.abs(aheadMs) > wrongMs ? 'fault' : 'warning', says, mend }
  }
  const future = newestEventMs === null ? 0 : newestEventMs - now()
  if (future > wrongMs) {
    const says = `the newest entry of the log lies ${inSeconds(future)} in the future: a clock was set back`
    return {
      name,
      status: 'fault',
      says,
      mend: `Keys may work for that much longer than they should. ${mend}`,
    }
  }
  const against =
    clock === null
      ? 'no entry of the log lies in the future'
      : `${inSeconds(Math.abs(aheadMs))} from the database's`
  return { name, status: 'ok', says: against, mend: null }
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
