import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from '../command.js'
import { CommandStop } from '../command-stop.js'
import { exitCodes } from '../exit-codes.js'
import { nextFiles } from '../init/next-files.js'
import { writeMissing } from '../init/write-missing.js'

export const initCommand: Command = {
  name: 'init',
  summary: 'Writes the files of the quick start into a Next.js app.',
  words: '',
  maxWords: 0,
  options: {
    folder: { value: '<path>', text: 'where the app is; else this folder' },
  },
  notes:
    'What is there already stays as it is. The sign-in is a stand-in for development, which "next build" refuses.',
  async run({ terminal, text }) {
    const folder = text('folder') ?? '.'
    const home = findAppRouter(folder)
    for (const [path, code] of Object.entries(nextFiles)) {
      const isNew = await writeMissing(folder, home + path, code)
      terminal.print(`${isNew ? 'Wrote' : 'Left as it is:'} ${home}${path}`)
    }
    if (await ignoreData(folder)) terminal.print('Added .data/ to .gitignore')
    terminal.say('Now "npm run dev", open http://localhost:3000/settings, and create a key.')
    return exitCodes.done
  },
}

/** Where the app keeps its code: '' or `src/`. */
function findAppRouter(folder: string): '' | 'src/' {
  for (const home of ['', 'src/'] as const) if (existsSync(join(folder, `${home}app`))) return home
  throw new CommandStop(
    exitCodes.refused,
    'There is no "app" folder here, so this is no Next.js app with the App Router. Make one with "npx create-next-app@latest", or say with --folder where yours is. Nothing was written.',
  )
}

/** Digests of keys belong into no repository. */
async function ignoreData(folder: string): Promise<boolean> {
  const file = join(folder, '.gitignore')
  const ignored = await readFile(file, 'utf8').catch(() => null)
  if (ignored === null || /^\/?\.data\/?$/m.test(ignored)) return false
  await appendFile(
    file,
    `${ignored === '' || ignored.endsWith('\n') ? '' : '\n'}\n# keys, while developing\n.data/\n`,
  )
  return true
}
