import type { ActivityEvent } from '../../../src/contract/index.js'
import type { Command } from '../command.js'
import { commonOptions } from '../common-options.js'
import { describeKey, toListedKey, toMinute } from '../describe-key.js'
import { exitCodes } from '../exit-codes.js'
import { expectValue } from '../expect-value.js'
import { findKey } from '../find-key.js'
import { operator } from '../operator.js'
import { paint } from '../paint.js'
import { toTable } from '../to-table.js'
import { withLatchkey } from '../with-latchkey.js'

const events = 20

export const inspectCommand: Command = {
  name: 'inspect',
  summary: 'Shows one key, and what happened to it lately.',
  words: '[key id]',
  maxWords: 1,
  options: {
    key: { text: 'the key itself, asked for or on the standard input; only its digest is looked up' },
    ...commonOptions,
  },
  notes: '--json: { "key": { …, "status" }, "activity": [ …the newest events ] }',
  async run(call) {
    const { terminal } = call
    return withLatchkey(call, async (open) => {
      const latchkey = open()
      const key = await findKey(latchkey, call, call.words[0])
      const activity = await latchkey.management.activity(operator(), key.id, { limit: events })
      const { events: newest } = expectValue(activity)
      const now = terminal.now()
      if (call.isSet('json')) terminal.print(JSON.stringify({ key: toListedKey(key, now), activity: newest }))
      else {
        const title = paint('bold', 'What happened, newest first', terminal.hasColours.print)
        terminal.print(`${describeKey(key, now)}\n\n${title}\n${describe(newest, terminal.hasColours.print)}`)
      }
      return exitCodes.done
    })
  },
}

function describe(list: readonly ActivityEvent[], hasColours: boolean): string {
  const rows = list.map(({ at, type, actor, reason, changes }) => [
    toMinute(at),
    type,
    actor ? (actor.name ?? actor.id) : '',
    reason ?? changes.join(', '),
  ])
  return toTable(['WHEN', 'WHAT', 'WHO', 'MORE'], rows, hasColours)
}
