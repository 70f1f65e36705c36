import * as v from 'valibot'
import { type ApiKey, keyFilters, listQuerySchema, maxPageSize } from '../../../src/contract/index.js'
import type { Latchkey } from '../../core/latchkey.js'
import { walkConsumers } from '../../core/management/walk-keys.js'
import type { Call, Command } from '../command.js'
import { CommandStop } from '../command-stop.js'
import { commonOptions } from '../common-options.js'
import { toListedKey, toMinute, toVisibleKey } from '../describe-key.js'
import { exitCodes } from '../exit-codes.js'
import { expectValue } from '../expect-value.js'
import { operator } from '../operator.js'
import { toTable } from '../to-table.js'
import { withLatchkey } from '../with-latchkey.js'

const defaultLimit = 100
const sortHelp = 'createdAt, name, lastUsedAt or expiresAt, with "-" the other way'

export const listCommand: Command = {
  name: 'list',
  summary: 'Lists keys, of one consumer or of all.',
  words: '',
  maxWords: 0,
  options: {
    consumer: { value: '<id>', text: 'whose; else everybody’s, one consumer after the other' },
    search: { value: '<text>', text: 'part of the name, the description, or what is seen of the key' },
    status: { value: '<names>', multiple: true, text: keyFilters.join(', ') },
    sort: {
      value: '<order>',
      text: `${sortHelp}; else -createdAt`,
    },
    limit: { value: '<n>', text: `at most so many, or "none"; else ${defaultLimit}` },
    ...commonOptions,
  },
  notes:
    'Keys that were revoked more than 30 days ago are left out, unless there is --search or --status.\n--json: { "keys": [{ …the key, "status" }], "more": false }',
  async run(call) {
    const { terminal } = call
    const query = readQuery(call)
    const limit = readLimit(call.text('limit'))
    return withLatchkey(call, async (open, store) => {
      const latchkey = open()
      const named = call.text('consumer')
      const consumers = named === undefined ? walkConsumers(store, (work) => work()) : [named]
      const keys: ApiKey[] = []
      for await (const consumerId of consumers) {
        for await (const key of walk(latchkey, { ...query, consumerId })) {
          keys.push(key)
          if (keys.length > limit) break
        }
        terminal.showProgress(`${keys.length} keys…`)
        if (keys.length > limit) break
      }
      terminal.showProgress('')
      report(call, keys.slice(0, limit), keys.length > limit)
      return exitCodes.done
    })
  },
}

type Query = v.InferOutput<typeof listQuerySchema>

function report(call: Call, keys: readonly ApiKey[], more: boolean): void {
  const { terminal } = call
  const listed = keys.map((key) => toListedKey(key, terminal.now()))
  if (call.isSet('json')) {
    terminal.print(JSON.stringify({ keys: listed, more }))
    return
  }
  if (listed.length === 0) terminal.say('No keys.')
  else {
    const rows = listed.map((key) => [
      key.id,
      key.name,
      key.consumerId,
      toVisibleKey(key),
      key.status,
      key.lastUsedAt === null ? 'never' : toMinute(key.lastUsedAt),
      key.expiresAt === null ? 'never' : toMinute(key.expiresAt),
    ])
    const head = ['ID', 'NAME', 'CONSUMER', 'KEY', 'STATUS', 'LAST USED', 'EXPIRES']
    terminal.print(toTable(head, rows, terminal.hasColours.print))
  }
  if (more) terminal.say(`There are more than ${keys.length}. --limit none lists all of them.`)
}

async function* walk(latchkey: Latchkey, query: Query): AsyncGenerator<ApiKey, void> {
  for (let cursor: string | undefined; ; ) {
    const listed = await latchkey.management.list(operator(), { ...query, cursor })
    const { keys, page } = expectValue(listed)
    yield* keys
    if (page.nextCursor === null) return
    cursor = page.nextCursor
  }
}

function readQuery({ text, texts }: Call): Query {
  const status = texts('status')
  const parsed = v.safeParse(listQuerySchema, {
    consumerId: text('consumer'),
    search: text('search'),
    sort: text('sort'),
    status: status.length === 0 ? undefined : status.join(','),
    limit: String(maxPageSize),
  })
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  const field = String(issue.path?.[0]?.key ?? '')
  throw new CommandStop(
    exitCodes.usage,
    `--${field === 'consumerId' ? 'consumer' : field}: ${shapeOf[field] ?? issue.message}`,
  )
}

/** Where the contract's words are for a query, and not for a word at the command line. */
const shapeOf: Readonly<Record<string, string>> = {
  consumerId: 'Use 1 to 128 letters, digits and _ . : -',
  status: `Name some of ${keyFilters.join(', ')}.`,
  sort: `Write ${sortHelp}.`,
}

function readLimit(text: string | undefined): number {
  if (text === undefined) return defaultLimit
  if (text === 'none') return Number.POSITIVE_INFINITY
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new CommandStop(exitCodes.usage, '--limit must be a number from 1, or "none".')
}
