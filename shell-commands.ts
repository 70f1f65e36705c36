import { readGuides } from './guides.ts'

/** A command that a guide tells its reader to type. */
export interface ShellCommand {
  guide: string
  line: number
  command: string
  /** What it is said to be answered with, as in `curl … # 401: no key`. null: nothing is said. */
  status: string | null
}

/** Every command of every guide, in their order. */
export function readShellCommands(): ShellCommand[] {
  const blocks = readGuides().filter(({ language }) => language === 'sh')
  return blocks.flatMap(({ guide, line, code }) =>
    code.split('\n').flatMap((text, index) => {
      const [typed = '', said = ''] = text.split(/\s+# /)
      const status = /^(?<status>\d{3})\b/.exec(said)?.groups?.status ?? null
      const commands = typed.split(' && ').filter((command) => command.trim() !== '')
      return commands.map((command) => ({ guide, line: line + index, command: command.trim(), status }))
    }),
  )
}
