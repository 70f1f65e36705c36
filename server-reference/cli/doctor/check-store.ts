import type { DatabaseInspection } from '../../stores/database-inspection.js'
import type { DatabasePlace } from '../../variables/parse-database-url.js'
import { describeFailure } from '../describe-failure.js'
import { openStore } from '../open-store.js'
import type { Terminal } from '../terminal.js'
import type { Finding } from './finding.js'

/** An id that no key has: `0` sixteen times is not random. */
const noKey = '0'.repeat(16)

/** A server gives up after half a second. */
const slowMs = 250

/** Asks what a verification asks. */
export async function checkStore(
  place: DatabasePlace,
  inspection: DatabaseInspection | string,
  { now, monotonicMs }: Pick<Terminal, 'now' | 'monotonicMs'>,
): Promise<Finding> {
  const name = 'store'
  const mend =
    place.type === 'sqlite'
      ? 'Look at the file, its folder and its disk.'
      : 'Look at the server, its address and its rights.'
  if (typeof inspection === 'string') return { name, status: 'fault', says: inspection, mend }
  if (inspection.schema.state !== 'current') {
    return { name, status: 'skipped', says: 'there are no tables of this version to ask', mend: null }
  }
  const store = await openStore(place, { mustExist: true, now })
  try {
    await store.findForVerification(noKey)
    const startedMs = monotonicMs()
    await store.findForVerification(noKey)
    const tookMs = monotonicMs() - startedMs
    const says = `answers a verification in ${tookMs.toFixed(1)} ms`
    return tookMs < slowMs
      ? { name, status: 'ok', says, mend: null }
      : {
          name,
          status: 'warning',
          says,
          mend: 'A server waits 500 ms at most. Bring it nearer to its database.',
        }
  } catch (error) {
    return { name, status: 'fault', says: describeFailure(error), mend }
  } finally {
    await store.close()
  }
}
