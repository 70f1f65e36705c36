import { parseArgs } from 'node:util'
import { keyPattern } from '../../src/contract/index.js'
import type { Call, Command, CommandOption } from './command.js'
import { CommandStop } from './command-stop.js'
import { exitCodes } from './exit-codes.js'
import { findNearest } from './find-nearest.js'
import type { Terminal } from './terminal.js'

/** Reads what stands behind a command's name. Nothing is guessed: what it does not know stops it. */
export function readCall(command: Command, args: readonly string[], terminal: Terminal): Call {
  refuseKeys(args)
  const { values, positionals } = parse(command, args)
  if (positionals.length > command.maxWords) {
    throw usage(`"${positionals[command.maxWords]}" is one word too many.`, command)
  }
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value) && value.length > 1 && !command.options[name]?.multiple) {
      throw usage(`--${name} was given twice.`, command)
    }
  }
  const textsOf = (option: string) =>
    [values[option] ?? []].flat().filter((value) => typeof value === 'string')
  return {
    terminal,
    words: positionals,
    text: (option) => textsOf(option)[0],
    texts: (option) =>
      textsOf(option)
        .flatMap((text) => text.split(','))
        .map((text) => text.trim())
        .filter(Boolean),
    isSet: (option) => values[option] !== undefined,
  }
}

/** Every program on the machine can read the arguments of every other, and shells keep them. */
function refuseKeys(args: readonly string[]): void {
  if (!args.some((arg) => new RegExp(keyPattern).test(arg))) return
  throw new CommandStop(
    exitCodes.usage,
    'A whole key must not be an argument: "ps" and the history of your shell show it. Use --key, which asks for it or reads the standard input; and rotate this one if others use this machine.',
  )
}

function parse(command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([name, { value }]) => [
      name,
      // Each may come several times as far as the parser goes, so that a repetition is not swallowed.
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: true },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
  } catch (error) {
    throw usage(explain(error, command.options), command)
  }
}

function explain(error: unknown, options: Readonly<Record<string, CommandOption>>): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const message = error instanceof Error ? error.message : String(error)
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return explainValue(message, options)
  if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return message
  const unknown = /'(?<name>[^']*)'/.exec(message)?.groups?.name ?? ''
  const nearest = findNearest(unknown.replace(/^-+/, ''), Object.keys(options))
  return `There is no option "${unknown}".${nearest === null ? '' : ` Did you mean --${nearest}?`}`
}

/** Node's own words end without a full stop, or go over three lines. */
function explainValue(message: string, options: Readonly<Record<string, CommandOption>>): string {
  const name = /'--(?<name>[\w-]+)/.exec(message)?.groups?.name ?? ''
  if (options[name]?.value === undefined) return `--${name} takes no value.`
  return `--${name} needs a value. One that begins with a dash is written --${name}=-x.`
}

function usage(problem: string, { name }: Command): CommandStop {
  return new CommandStop(exitCodes.usage, `${problem} "latchkey ${name} --help" says what there is.`)
}
