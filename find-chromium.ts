import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from 'playwright'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const whatToDo =
  'Install one (Debian and Ubuntu: "sudo apt-get install chromium"; elsewhere: "npx playwright install chromium"), or name yours in CHROMIUM_PATH.'

/** The browser that tests run in: `CHROMIUM_PATH`, else one on the PATH, else Playwright's own. Throws where there is none. */
export function findChromium(): string {
  const found = lookUp()
  if (found) return found
  throw new Error(`No Chromium was found. The tests need one. ${whatToDo}`)
}

function lookUp(): string | null {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isProgram(named)) return named
    throw new Error(`CHROMIUM_PATH is ${named}, which is no program that can be run. ${whatToDo}`)
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isProgram)
  return onPath ?? (isProgram(chromium.executablePath()) ? chromium.executablePath() : null)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Run as a script: sees to it that there is one. */
function install(): void {
  const present = lookUp()
  if (present) {
    console.log(`Chromium: ${present}`)
    return
  }
  console.log('Installing Chromium…')
  const isInstalled = withApt() || run('npx', ['playwright', 'install', 'chromium'])
  const found = isInstalled ? lookUp() : null
  if (!found) throw new Error(`Chromium could not be installed. What was tried is above. ${whatToDo}`)
  console.log(`Chromium: ${found}`)
}

/** Its own package brings the libraries that a browser needs; Playwright's download leaves them to the system. */
function withApt(): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false
  const isRoot = process.getuid?.() === 0
  // `-n`: never wait for a password that nobody is there to type.
  const sudo = isRoot ? [] : ['sudo', '-n']
  if (!isRoot && !run('sudo', ['-n', 'true'])) return false
  const [command = 'apt-get', ...rest] = [...sudo, 'apt-get']
  return run(command, [...rest, 'update']) && run(command, [...rest, 'install', '-y', 'chromium'])
}

function run(command: string, args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0
}

if (import.meta.main) {
  try {
    install()
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  }
}
