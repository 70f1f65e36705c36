import type { Command } from './command.js'
import { CommandStop } from './command-stop.js'
import { createCommand } from './commands/create-command.js'
import { doctorCommand } from './commands/doctor-command.js'
import { importCommand } from './commands/import-command.js'
import { initCommand } from './commands/init-command.js'
import { inspectCommand } from './commands/inspect-command.js'
import { listCommand } from './commands/list-command.js'
import { migrateCommand } from './commands/migrate-command.js'
import { revokeCommand } from './commands/revoke-command.js'
import { rotateCommand } from './commands/rotate-command.js'
import { describeFailure } from './describe-failure.js'
import { type ExitCode, exitCodes } from './exit-codes.js'
import { findNearest } from './find-nearest.js'
import { readCall } from './read-call.js'
import { readVersion } from './read-version.js'
import type { Terminal } from './terminal.js'
import { toCommandHelp, toHelp } from './to-help.js'
import { withEnvFile } from './with-env-file.js'

const commands: readonly Command[] = [
  initCommand,
  createCommand,
  listCommand,
  inspectCommand,
  rotateCommand,
  revokeCommand,
  importCommand,
  migrateCommand,
  doctorCommand,
]

/** Runs one command line from its first word to its answer. Never rejects. */
export async function runCommandLine(terminal: Terminal): Promise<ExitCode> {
  const [name = '', ...rest] = terminal.args
  try {
    return await dispatch(name, rest, terminal)
  } catch (error) {
    terminal.say(describeFailure(error))
    return error instanceof CommandStop ? error.exitCode : exitCodes.failed
  }
}

async function dispatch(name: string, rest: readonly string[], terminal: Terminal): Promise<ExitCode> {
  if (name === '--version' || name === '-v') {
    terminal.print(readVersion())
    return exitCodes.done
  }
  const asksForHelp = name === '' || ['help', '--help', '-h'].includes(name)
  const command = commands.find((each) => each.name === (asksForHelp ? rest[0] : name))
  const wantsHelp = asksForHelp || rest.includes('--help') || rest.includes('-h')
  if (command && wantsHelp) {
    terminal.print(toCommandHelp(command, terminal.hasColours.print))
    return exitCodes.done
  }
  if (asksForHelp && rest.length === 0) {
    const help = toHelp(commands, terminal.hasColours.print)
    // Whoever asked reads it as the answer; whoever said nothing has made a mistake.
    if (name === '') terminal.say(help)
    else terminal.print(help)
    return name === '' ? exitCodes.usage : exitCodes.done
  }
  if (!command) throw unknownCommand(asksForHelp ? (rest[0] ?? '') : name)
  return await command.run(withEnvFile(readCall(command, rest, terminal)))
}

function unknownCommand(name: string): CommandStop {
  const names = commands.map((command) => command.name)
  const nearest = findNearest(name, names)
  const meant = nearest === null ? `There are ${names.join(', ')}.` : `Did you mean "latchkey ${nearest}"?`
  return new CommandStop(exitCodes.usage, `There is no command "${name}". ${meant}`)
}
