import type { ApiKeyStore } from '../core/api-key-store.js'
import type { Latchkey } from '../core/latchkey.js'
import { createLatchkey, type ServerOptions } from '../create-latchkey.js'
import type { DatabaseInspection, InspectionOptions } from '../stores/database-inspection.js'
import type { DatabasePlace } from '../variables/parse-database-url.js'
import { splitPeppers } from '../variables/split-peppers.js'
import type { Call } from './command.js'
import { CommandStop } from './command-stop.js'
import { describeFailure } from './describe-failure.js'
import { describePlace } from './describe-place.js'
import { exitCodes } from './exit-codes.js'
import { inspectNamed } from './inspect-named.js'
import { openStore, patienceMs } from './open-store.js'
import { readPlace } from './read-place.js'

const daySeconds = 24 * 60 * 60

/** What a command may change of how keys are managed. */
type Overrides = Pick<ServerOptions, 'brand' | 'environments' | 'scopes'>

/** Makes a Latchkey over the database that was named, of which somebody may do everything. */
export type OpenLatchkey = (overrides?: Overrides) => Latchkey

/**
 * Gives a command what it works with, and closes it. The app's rules for people, such as how long a key may live, are in
 * the app's code and not known here: whoever has the database and its pepper needs none of them.
 */
export async function withLatchkey<T>(
  call: Call,
  work: (open: OpenLatchkey, store: ApiKeyStore) => Promise<T>,
): Promise<T> {
  const { terminal } = call
  const place = readPlace(call)
  const { LATCHKEY_PEPPER: peppers } = terminal.env
  const { pepperIds } = await requireCurrentSchema(place, { withKeys: !peppers })
  if (pepperIds.some((id) => id !== null)) {
    terminal.say(
      'Keys here were made with a pepper, and LATCHKEY_PEPPER is not set: a pasted key is not found without it.',
    )
  }
  const store = await openStore(place, { mustExist: true, now: terminal.now })
  const opened: Latchkey[] = []
  const open: OpenLatchkey = (overrides = {}) => {
    const latchkey = createLatchkey({
      // Several may stand on one store; it is closed once, when all are done.
      store: { ...store, close: async () => {} },
      session: () => null,
      authorize: () => true,
      peppers: peppers ? splitPeppers(peppers) : [],
      policy: {
        maxKeys: null,
        expiry: { maxSeconds: null, allowNever: true },
        rotation: { maxOverlapSeconds: 3650 * daySeconds },
      },
      limits: { max: null },
      storeTimeoutMs: patienceMs,
      now: terminal.now,
      onError: (error) => terminal.say(describeFailure(error)),
      ...overrides,
    })
    opened.push(latchkey)
    return latchkey
  }
  try {
    return await work(open, store)
  } finally {
    for (const latchkey of opened) await latchkey.close()
    await store.close()
  }
}

/** A command that reads must not bring tables up to date under an app that runs; nor make new ones for a wrong name. */
async function requireCurrentSchema(
  place: DatabasePlace,
  options: InspectionOptions,
): Promise<DatabaseInspection> {
  const where = describePlace(place)
  const inspection = await inspectNamed(place, options)
  const { schema } = inspection
  if (schema.state === 'current') return inspection
  const problems = {
    missing: `There are no keys in ${where}. Name the app's database with --database or DATABASE_URL, or make its tables with "latchkey migrate".`,
    outdated: `The tables in ${where} are of version ${schema.version}, and this program needs ${schema.known}. Run "latchkey migrate" first.`,
    newer: `The tables in ${where} are of version ${schema.version}, and this program knows ${schema.known}. Use the latchkey that the app uses.`,
    foreign: `${where} belongs to another application. Name the app's database with --database or DATABASE_URL.`,
  }
  throw new CommandStop(exitCodes.failed, problems[schema.state])
}
