import type { Call, Command } from '../command.js'
import { CommandStop } from '../command-stop.js'
import { commonOptions } from '../common-options.js'
import { confirm } from '../confirm.js'
import { describeKey, toListedKey, toMinute } from '../describe-key.js'
import { exitCodes } from '../exit-codes.js'
import { expectValue } from '../expect-value.js'
import { findKey } from '../find-key.js'
import { operator } from '../operator.js'
import { parseDuration } from '../parse-duration.js'
import { printSecret } from '../print-secret.js'
import { readBrand } from '../read-brand.js'
import { withLatchkey } from '../with-latchkey.js'

export const rotateCommand: Command = {
  name: 'rotate',
  summary: 'Makes a successor of a key; the old one works on for a while.',
  words: '[key id]',
  maxWords: 1,
  options: {
    key: { text: 'the old key itself, asked for or on the standard input, in place of its id' },
    overlap: {
      value: '<time>',
      text: 'for how long the old key works on, such as 24h; 0 revokes it at once; else 24h',
    },
    brand: { value: '<word>', text: 'what the new key begins with; else what the old one begins with' },
    yes: { text: 'with --overlap 0: do not ask' },
    ...commonOptions,
  },
  notes:
    'The new secret alone goes to the standard output, all else to the error output.\n--json: { "key": { … }, "secret": "…", "previous": { … } }',
  async run(call) {
    const { terminal } = call
    const overlapSeconds = readOverlap(call)
    return withLatchkey(call, async (open) => {
      const old = await findKey(open(), call, call.words[0])
      if (overlapSeconds === 0) {
        await confirm(call, `"${old.name}" of ${old.consumerId} stops working at once.`)
      }
      const latchkey = open({
        brand: readBrand(call, brandOf(old.prefix)),
        environments: [old.environment],
        scopes: old.scopes.map((name) => ({ name, description: name })),
      })
      const options = { idempotencyKey: null }
      const rotated = await latchkey.management.rotate(operator(), old.id, { overlapSeconds }, options)
      const { key, secret, previous } = expectValue(rotated)
      const now = terminal.now()
      if (call.isSet('json')) {
        const both = { key: toListedKey(key, now), secret, previous: toListedKey(previous, now) }
        terminal.print(JSON.stringify(both))
      } else {
        const end = previous.rotation?.overlapEndsAt
        const until = end ? `works until ${toMinute(end)}` : 'is revoked'
        terminal.say(`${describeKey(key, now)}\n\nThe old key, ${previous.id}, ${until}.\n`)
        printSecret(terminal, secret)
      }
      return exitCodes.done
    })
  },
}

/** null: it was made elsewhere, and imported. */
function brandOf(prefix: string): string | null {
  return /^(?<brand>[a-z][a-z0-9]{1,15})_(?:live|test)_$/.exec(prefix)?.groups?.brand ?? null
}

function readOverlap({ text }: Call): number {
  const written = text('overlap') ?? '24h'
  const seconds = written === '0' ? 0 : parseDuration(written)
  if (seconds !== null) return seconds
  throw new CommandStop(exitCodes.usage, '--overlap must be a time, such as 30m, 24h or 7d, or 0.')
}
