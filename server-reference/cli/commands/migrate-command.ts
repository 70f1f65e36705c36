import type { Command } from '../command.js'
import { CommandStop } from '../command-stop.js'
import { commonOptions } from '../common-options.js'
import { exitCodes } from '../exit-codes.js'
import { inspectDatabase } from '../inspect-database.js'
import { inspectNamed } from '../inspect-named.js'
import { openStore } from '../open-store.js'
import { readPlace } from '../read-place.js'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Makes the tables of keys, or brings them up to date.',
  words: '',
  maxWords: 0,
  options: {
    ...commonOptions,
  },
  notes:
    'In one transaction, under a lock: of two that start together one waits. The app does the same when it starts.\n--json: { "from": 0, "to": 5 }, the versions before and after',
  async run(call) {
    const { terminal } = call
    const place = readPlace(call)
    const before = await inspectNamed(place)
    const { state, version, known } = before.schema
    if (state === 'newer' || state === 'foreign') {
      const what =
        state === 'foreign'
          ? 'belongs to another application'
          : `is of version ${version}, and this program knows ${known}`
      throw new CommandStop(exitCodes.refused, `The database ${what}. Nothing was changed.`)
    }
    if (state !== 'current') {
      terminal.showProgress('Migrating…')
      const store = await openStore(place, { mustExist: false, now: terminal.now })
      try {
        // The first call is what opens it.
        await store.listConsumers('', 1)
      } finally {
        await store.close()
      }
      terminal.showProgress('')
    }
    const { schema: after } = await inspectDatabase(place)
    if (call.isSet('json')) terminal.print(JSON.stringify({ from: version, to: after.version }))
    else if (version === after.version) terminal.print(`The tables are up to date: version ${version}.`)
    else terminal.print(`The tables are of version ${after.version} now, and were of ${version || 'none'}.`)
    return exitCodes.done
  },
}
