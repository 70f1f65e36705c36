import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { scopeNameSchema } from '../../../src/contract/index.js'
import type { Latchkey } from '../../core/latchkey.js'
import { toActor } from '../../core/management/to-actor.js'
import { parseDatabaseUrl } from '../../variables/parse-database-url.js'
import { knownScopes } from '../check-scopes.js'
import type { Call, Command } from '../command.js'
import { CommandStop } from '../command-stop.js'
import { commonOptions } from '../common-options.js'
import { describeFailure } from '../describe-failure.js'
import { exitCodes } from '../exit-codes.js'
import { expectValue } from '../expect-value.js'
import type { Row } from '../import/foreign-values.js'
import { createImportReport, type ImportReport } from '../import/import-report.js'
import type { KeyCandidate, ReadOptions } from '../import/key-candidate.js'
import { readBetterAuthKey } from '../import/read-better-auth-key.js'
import { readJsonLines } from '../import/read-json-lines.js'
import { readTable } from '../import/read-table.js'
import { readUnkeyKey } from '../import/read-unkey-key.js'
import { operator } from '../operator.js'
import { readPlace } from '../read-place.js'
import { withLatchkey } from '../with-latchkey.js'

const sources = {
  'better-auth': { title: 'Better Auth', read: readBetterAuthKey },
  unkey: { title: 'Unkey', read: readUnkeyKey },
} as const

export const importCommand: Command = {
  name: 'import',
  summary: 'Takes over keys that Better Auth or Unkey made, which go on working.',
  words: '<better-auth | unkey>',
  maxWords: 1,
  options: {
    from: {
      value: '<url>',
      text: 'better-auth: the database that its table is in; else the one of the keys',
    },
    table: { value: '<name>', text: 'better-auth: its table; else apikey' },
    file: { value: '<path>', text: 'rows as lines of JSON in place of a table; "-" is the standard input' },
    environment: { value: '<name>', text: 'live or test; else live' },
    'known-scopes': {
      value: '<names>',
      multiple: true,
      text: 'drop other scopes; else LATCHKEY_SCOPES, else all are kept',
    },
    'rate-limits': { text: 'take over limits that keys have of their own; else the server’s default holds' },
    'drop-quotas': { text: 'take over keys that may make so many requests in all, without that bound' },
    'dry-run': { text: 'say what would be done, and do nothing' },
    ...commonOptions,
  },
  notes:
    'Reads digests alone: nobody has to replace a key. Set acceptImportedKeys in createLatchkey, or they are refused as\nunknown. Called again, it leaves out what is there.\n--json: { "imported": [{ "from", "id" }], "alreadyImported", "over", "leftOut", "scopes", "droppedScopes", "without", "dryRun" }',
  async run(call) {
    const { terminal } = call
    const source = readSource(call)
    const options = readOptions(call)
    const rows = await readRows(call, source)
    const candidates = rows.map((row) => source.read(row, options))
    const report = createImportReport(candidates)
    await importAll(call, candidates, report, source.title)
    terminal.showProgress('')
    const result = report.toResult(call.isSet('dry-run'))
    if (call.isSet('json')) terminal.print(JSON.stringify(result))
    else for (const line of report.describe(call.isSet('dry-run'))) terminal.say(line)
    return result.leftOut.length > 0 ? exitCodes.refused : exitCodes.done
  },
}

async function importAll(
  call: Call,
  candidates: readonly KeyCandidate[],
  report: ImportReport,
  title: string,
) {
  const { terminal } = call
  const ready = candidates.filter((candidate) => candidate.status === 'ready')
  const known = knownScopes(call)
  const held = new Set(ready.flatMap(({ key }) => key.scopes ?? []))
  const scopes = [...new Set(known ?? held)].filter((name) => v.is(scopeNameSchema, name))
  report.keepScopes(scopes.filter((name) => held.has(name)))
  await withLatchkey(call, async (open) => {
    const latchkey = open({ scopes: scopes.map((name) => ({ name, description: name })) })
    const by = { actor: toActor(operator().user), reason: `imported from ${title}` }
    const isDry = call.isSet('dry-run')
    for (const [index, candidate] of ready.entries()) {
      if (isDry) report.wouldImport(candidate, scopes, await findId(latchkey, candidate.key.sha256))
      else report.add(candidate, await latchkey.importKey(candidate.key, by))
      if (index % 100 === 99) terminal.showProgress(`${index + 1} of ${ready.length}…`)
    }
  })
}

/** null: it is not there yet. */
async function findId(latchkey: Latchkey, sha256: string): Promise<string | null> {
  const found = await latchkey.management.identify(operator(), sha256)
  return !found.ok && found.code === 'not_found' ? null : expectValue(found).id
}

type Source = (typeof sources)[keyof typeof sources]

function readSource({ words }: Call): Source {
  const [name] = words
  if (name === 'better-auth' || name === 'unkey') return sources[name]
  throw usage('Say from where: "latchkey import better-auth" or "latchkey import unkey".')
}

async function readRows(call: Call, source: Source): Promise<Row[]> {
  const file = call.text('file')
  const from = call.text('from')
  const table = call.text('table')
  if (file !== undefined) {
    if (from !== undefined || table !== undefined)
      throw usage('Name a --file, or a database with --from and its --table, not both.')
    return readJsonLines(file === '-' ? await call.terminal.readInput() : await readGiven(file))
  }
  if (source === sources.unkey) throw usage('Unkey’s keys come from a file: --file <path>, lines of JSON.')
  return readTable(from === undefined ? readPlace(call) : parseFrom(from), table ?? 'apikey')
}

async function readGiven(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw usage(`The file of --file, ${path}, cannot be read: ${describeFailure(error)}.`)
  }
}

function parseFrom(url: string) {
  try {
    return parseDatabaseUrl(url)
  } catch (error) {
    throw usage(`--from ${error instanceof Error ? error.message : error}`)
  }
}

function readOptions(call: Call): ReadOptions {
  const environment = call.text('environment') ?? 'live'
  if (environment !== 'live' && environment !== 'test') throw usage('--environment must be live or test.')
  return {
    now: call.terminal.now(),
    environment,
    rateLimits: call.isSet('rate-limits'),
    dropQuotas: call.isSet('drop-quotas'),
  }
}

function usage(message: string): CommandStop {
  return new CommandStop(exitCodes.usage, message)
}
