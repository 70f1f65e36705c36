import { parseInstant, toInstant } from '../../../src/contract/index.js'
import type { KeySelection } from '../../core/key-selection.js'
import type { Latchkey } from '../../core/latchkey.js'
import { toActor } from '../../core/management/to-actor.js'
import type { Call, Command } from '../command.js'
import { CommandStop } from '../command-stop.js'
import { commonOptions } from '../common-options.js'
import { confirm } from '../confirm.js'
import { toMinute } from '../describe-key.js'
import { exitCodes } from '../exit-codes.js'
import { findKey } from '../find-key.js'
import { operator } from '../operator.js'
import { parseDuration } from '../parse-duration.js'
import { withLatchkey } from '../with-latchkey.js'

export const revokeCommand: Command = {
  name: 'revoke',
  summary: 'Ends keys for good and at once: one, a consumer’s, old ones, or all.',
  words: '[key id]',
  maxWords: 1,
  options: {
    key: { text: 'the key itself, asked for or on the standard input; only its digest is looked up' },
    id: { value: '<key id>', text: 'the same as the word behind "revoke"' },
    consumer: { value: '<id>', text: 'all keys of a consumer; with --created-before, those made before it' },
    'created-before': {
      value: '<when>',
      text: 'those of everybody made before an instant, or longer ago than 90d',
    },
    all: { text: 'every key in the database' },
    reason: { value: '<text>', text: 'for the activity log; at most 255 characters' },
    'dry-run': { text: 'say which, and revoke nothing' },
    yes: { text: 'do not ask' },
    ...commonOptions,
  },
  notes:
    'An app that runs refuses them with its next request (SQLite), or within a second (PostgreSQL).\nBroken off in the middle, it goes on from there when it is called again.\n--json: { "revoked": [ids], "dryRun": false }',
  async run(call) {
    const selection = readSelection(call)
    return withLatchkey(call, async (open) => {
      const latchkey = open()
      if (selection === null) return await revokeOne(latchkey, call)
      return await revokeMany(latchkey, call, selection)
    })
  },
}

async function revokeOne(latchkey: Latchkey, call: Call) {
  const key = await findKey(latchkey, call, call.words[0] ?? call.text('id'))
  if (key.revokedAt !== null) {
    call.terminal.say(`${key.id} was revoked before, on ${toMinute(key.revokedAt)}.`)
    return report(call, [])
  }
  if (call.isSet('dry-run')) return report(call, [key.id])
  await confirm(call, `This revokes "${key.name}" (${key.id}) of ${key.consumerId} for good.`)
  return report(call, await latchkey.revokeKeys({ id: key.id }, because(call)))
}

async function revokeMany(latchkey: Latchkey, call: Call, selection: KeySelection) {
  const { terminal } = call
  const isDry = call.isSet('dry-run')
  if (isDry || !call.isSet('yes')) {
    const found = await latchkey.revokeKeys(selection, { ...counting(call, 'found'), dryRun: true })
    terminal.showProgress('')
    if (isDry || found.length === 0) return report(call, found)
    const word = 'all' in selection ? 'revoke all' : 'yes'
    await confirm(call, `This revokes ${found.length} ${found.length === 1 ? 'key' : 'keys'} for good.`, word)
  }
  const revoked = await latchkey.revokeKeys(selection, { ...because(call), ...counting(call, 'revoked') })
  terminal.showProgress('')
  return report(call, revoked)
}

function because({ text }: Call) {
  return { actor: toActor(operator().user), reason: text('reason') ?? null }
}

function counting({ terminal }: Call, verb: string) {
  let count = 0
  return {
    onKey() {
      count += 1
      if (count % 100 === 0) terminal.showProgress(`${count} ${verb}…`)
    },
  }
}

function report(call: Call, ids: readonly string[]) {
  const { terminal } = call
  const dryRun = call.isSet('dry-run')
  if (call.isSet('json')) terminal.print(JSON.stringify({ revoked: ids, dryRun }))
  else {
    for (const id of ids) terminal.print(id)
    terminal.say(`${ids.length} ${dryRun ? 'would be revoked' : 'revoked'}.`)
  }
  return exitCodes.done
}

/** null: one key, which is looked for first. Throws where the words say nothing, too much, or something else. */
function readSelection(call: Call): KeySelection | null {
  const { isSet, text, words, terminal } = call
  const consumerId = text('consumer')
  const createdBefore = readBefore(text('created-before'), terminal.now())
  const ways = [isSet('key'), words.length > 0, isSet('id'), isSet('all'), consumerId !== undefined]
  const named = ways.filter(Boolean).length
  if (named === 1 && consumerId !== undefined && consumerId !== '') return { consumerId, createdBefore }
  if (named === 0 && createdBefore !== undefined) return { createdBefore }
  if (named === 1 && consumerId === undefined && createdBefore === undefined)
    return isSet('all') ? { all: true } : null
  throw new CommandStop(
    exitCodes.usage,
    'Say which, in one way: a key id, --key, --consumer, --created-before (alone or with --consumer), or --all.',
  )
}

function readBefore(text: string | undefined, now: number): string | undefined {
  if (text === undefined) return undefined
  const seconds = parseDuration(text)
  const epochMs = seconds === null ? parseInstant(text) : now - seconds * 1000
  if (epochMs !== null) return toInstant(epochMs)
  throw new CommandStop(
    exitCodes.usage,
    '--created-before must be an instant, such as 2026-11-24T12:00:00Z, or a time such as 90d.',
  )
}
