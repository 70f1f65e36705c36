import type { DatabaseSync } from 'node:sqlite'
import type { VerificationRecord } from '../../core/stored-key.js'
import { createListReader } from '../sql/create-list-reader.js'
import { toVerificationRecord, type VerificationRow, verificationQuery } from '../sql/verification-row.js'

/** One statement and two steps down a tree; it sees what every process has committed. */
export function prepareVerificationRead(database: DatabaseSync): (id: string) => VerificationRecord | null {
  const statement = database.prepare(verificationQuery('?'))
  const readList = createListReader()
  // A quarter faster than an object with thirteen names. Node 22 lacks it and gives the object.
  statement.setReturnArrays?.(true)
  return (id) => {
    const row: unknown = statement.get(id)
    return row === undefined ? null : toVerificationRecord(id, toTuple(row), readList)
  }
}

function toTuple(row: unknown): VerificationRow {
  // The table is STRICT and its CHECKs hold what the types say, so what the query gives is this.
  return (Array.isArray(row) ? row : Object.values(Object(row))) as VerificationRow
}
