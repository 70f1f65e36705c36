import { spawnSync } from 'node:child_process'
import manifest from './package.json' with { type: 'json' }
import registry from './registry/registry.json' with { type: 'json' }
import { readShellCommands, type ShellCommand } from './shell-commands.ts'

/** What is wrong with a command of a guide, by how it begins. What begins otherwise is checked by nobody. */
const checks: readonly [begins: RegExp, check: (command: ShellCommand) => string | null][] = [
  [/^npm (?:ci|pack)$/, () => null],
  [/^npm (?:run )?[\w:-]+$/, ({ command }) => (isScript(command) ? null : 'there is no such script')],
  [/^npm install /, ({ command }) => strangersIn(command)],
  [/^npx shadcn@latest add /, ({ command }) => notInRegistry(command)],
  [/^(?:(?:SECRET|export API_KEY)=\$\()?npx latchkey /, ({ command }) => unknownToCli(command)],
  // What follows is run by `guides.e2e.ts`; what concerns tokens, by `machine-tokens.e2e.ts`; Hono and Express
  // are asked by `framework-apps.test.ts`.
  [/^node -e "import\('latchkey\/server'\)\.then\(/, () => null],
  [/^export API_KEY=lk_live_…$/, () => null],
  [/^curl -i /, ({ status }) => (status ? null : 'it does not say with which status it is answered')],
]

/** Problems of the commands that guides tell their readers to type, and of scripts that they name in their text. */
export function checkCommands(): string[] {
  return readShellCommands().flatMap((each) => {
    const check = checks.find(([begins]) => begins.test(each.command))?.[1]
    const wrong = check ? check(each) : 'nothing tests a command of this kind'
    return wrong ? [`${each.guide}:${each.line}: \`${each.command}\`: ${wrong}`] : []
  })
}

export function isScript(command: string): boolean {
  const name = /^npm (?:run )?(?<name>[\w:-]+)$/.exec(command)?.groups?.name ?? ''
  const isShort = name === 'start' || name === 'test' || command.startsWith('npm run ')
  return isShort && name in manifest.scripts
}

/** We test with these, so we know that they fit. */
const packages = new Set([
  manifest.name,
  ...Object.keys(manifest.peerDependencies),
  ...Object.keys(manifest.devDependencies),
])

function strangersIn(command: string): string | null {
  const named = command.split(' ').filter((word) => !word.startsWith('-'))
  const strangers = named.slice(2).filter((name) => !packages.has(name))
  return strangers.length === 0 ? null : `we do not test with ${strangers.join(', ')}`
}

/** Asks the command for its help, and looks there for what it is given. Needs `npm run build` before. */
function unknownToCli(line: string): string | null {
  const [name = '', ...words] =
    /npx latchkey (?<words>[^)<]+)/.exec(line)?.groups?.words?.trim().split(' ') ?? []
  const { status, stdout } = spawnSync(process.execPath, [manifest.bin.latchkey, name, '--help'], {
    encoding: 'utf8',
    cwd: import.meta.dirname,
  })
  if (status !== 0) return `there is no command ${name}`
  const lost = words.filter((word) => word.startsWith('--') && !stdout.includes(word))
  return lost.length === 0 ? null : `${name} has no ${lost.join(', ')}`
}

function notInRegistry(command: string): string | null {
  const item = /\/r\/(?<item>[\w-]+)\.json$/.exec(command)?.groups?.item
  return registry.items.some(({ name }) => name === item) ? null : `the registry has no ${item}`
}
