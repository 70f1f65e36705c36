import type { VerificationRecord } from '../../core/stored-key.js'
import { createListReader } from '../sql/create-list-reader.js'
import { toVerificationRecord, type VerificationRow, verificationQuery } from '../sql/verification-row.js'
import type { GuardedPool } from './guarded-pool.js'

const name = 'latchkey_verification'
const query = verificationQuery('$1')

/** One prepared statement, one round trip. */
export function createVerificationRead(
  pool: GuardedPool,
): (id: string) => Promise<VerificationRecord | null> {
  const readList = createListReader()
  return async (id) => {
    const client = await pool.connect()
    try {
      const [row] = await client.queryPrepared(name, query, [id])
      // The tables' types and CHECKs hold what the type says, so what the query gives is this.
      return row === undefined ? null : toVerificationRecord(id, row as VerificationRow, readList)
    } finally {
      client.release()
    }
  }
}
