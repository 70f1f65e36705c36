import type { Command } from './command.js'
import { paint } from './paint.js'

/** What `latchkey --help` prints. */
export function toHelp(commands: readonly Command[], hasColours: boolean): string {
  const bold = (text: string) => paint('bold', text, hasColours)
  return [
    `${bold('latchkey')} <command> [options]`,
    '',
    'API keys at the command line, whether the app runs or not. It reads the environment of the app:',
    'DATABASE_URL, LATCHKEY_PEPPER, REDIS_URL.',
    '',
    bold('Commands'),
    ...toColumns(commands.map(({ name, summary }) => [name, summary])),
    '',
    '"latchkey <command> --help" says more of one. "--version" says which this is.',
    '',
    bold('Answers'),
    ...toColumns([
      ['0', 'done'],
      ['1', 'something broke, or doctor found a fault'],
      ['2', 'the command line cannot be read; nothing was done'],
      ['3', 'there is no such key'],
      ['4', 'a rule stands against it, such as a name that is taken; or import left out a key'],
      ['5', 'not confirmed; nothing was changed'],
      ['130', 'broken off at a question'],
    ]),
  ].join('\n')
}

/** What `latchkey <command> --help` prints. */
export function toCommandHelp(
  { name, summary, words, options, notes }: Command,
  hasColours: boolean,
): string {
  const bold = (text: string) => paint('bold', text, hasColours)
  return [
    `${bold(`latchkey ${name}`)}${words && ` ${words}`} [options]`,
    '',
    summary,
    '',
    bold('Options'),
    ...toColumns(
      Object.entries(options).map(([option, { value, text }]) => [
        `--${option}${value === undefined ? '' : ` ${value}`}`,
        text,
      ]),
    ),
    ...(notes === undefined ? [] : ['', notes]),
  ].join('\n')
}

function toColumns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
