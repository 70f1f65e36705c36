import type { DatabaseInspection, InspectionOptions } from '../stores/database-inspection.js'
import type { DatabasePlace } from '../variables/parse-database-url.js'
import { CommandStop } from './command-stop.js'
import { describeFailure } from './describe-failure.js'
import { describePlace } from './describe-place.js'
import { exitCodes } from './exit-codes.js'
import { inspectDatabase } from './inspect-database.js'

/** What is in the database that somebody named, or the command's end with what to do. */
export async function inspectNamed(
  place: DatabasePlace,
  options?: InspectionOptions,
): Promise<DatabaseInspection> {
  try {
    return await inspectDatabase(place, options)
  } catch (error) {
    if (error instanceof CommandStop) throw error
    const problem = `${describePlace(place)} cannot be read: ${describeFailure(error)}.`
    throw new CommandStop(
      exitCodes.failed,
      `${problem} Name the app's database with --database or DATABASE_URL; "latchkey doctor" looks at it.`,
    )
  }
}
