import { parseInstant } from 'latchkey/contract'
import type { KeySelection } from 'latchkey/server'

export const usage = `npm run revoke -- <which> [--reason <text>]
  --key                     the key on standard input; only its digest leaves this process
  --id <key id>
  --consumer <consumer id>  all of its keys; with --created-before, those made before it
  --created-before <time>   of every consumer, such as 2026-11-24T12:00:00Z
  --all                     every key in the database`

/** What the command line selects. Throws where it says nothing, too much, or something else: nothing is guessed. */
export function parseSelection(
  words: readonly string[],
  readKey: () => string,
): { selection: KeySelection; reason: string | null } {
  const options = new Map<string, string>()
  for (let index = 0; index < words.length; index += 1) {
    const name = words[index] ?? ''
    const isFlag = name === '--key' || name === '--all'
    const value = isFlag ? '' : words[index + 1]
    const isKnown = isFlag || ['--id', '--consumer', '--created-before', '--reason'].includes(name)
    if (!isKnown || options.has(name) || value === undefined || (!isFlag && /^(?:--.*)?$/.test(value))) {
      throw new Error(usage)
    }
    options.set(name, value)
    if (!isFlag) index += 1
  }
  const reason = options.get('--reason') ?? null
  options.delete('--reason')
  return { selection: toSelection(options, readKey), reason }
}

function toSelection(options: ReadonlyMap<string, string>, readKey: () => string): KeySelection {
  const [id, consumerId, time] = ['--id', '--consumer', '--created-before'].map((name) => options.get(name))
  const createdBefore = time === undefined ? undefined : toInstantText(time)
  if (consumerId !== undefined && options.size === (time === undefined ? 1 : 2))
    return { consumerId, createdBefore }
  if (options.size !== 1) throw new Error(usage)
  if (options.has('--key')) return { secret: readKey().trim() }
  if (options.has('--all')) return { all: true }
  if (id !== undefined) return { id }
  if (createdBefore !== undefined) return { createdBefore }
  throw new Error(usage)
}

function toInstantText(text: string): string {
  if (parseInstant(text) === null) throw new Error(usage)
  return text
}
