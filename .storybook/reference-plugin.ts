import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { readReference } from '../api-reference.ts'
import manifest from '../package.json' with { type: 'json' }

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = `${root}node_modules/.cache/latchkey-reference/`
const prefix = 'virtual:latchkey-reference/'

/** `virtual:latchkey-reference/next`: the public names of an entry, from what the compiler declares as of now. */
export function reference(): Plugin {
  let isDeclared = false
  return {
    name: 'latchkey-reference',
    resolveId: (source) => (source.startsWith(prefix) ? `\0${source}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      if (!isDeclared) declare()
      isDeclared = true
      const entry = id.slice(prefix.length + 1).replace(/^\.$|^(?=\w)/, (start) => start || './')
      const target = Object.entries(manifest.exports).find(([name]) => name === entry)?.[1]
      if (!target || typeof target === 'string') throw new Error(`The package has no entry "${entry}".`)
      const file = target.types.replace('./dist/', folder)
      return `export default ${JSON.stringify(readReference(file))}`
    },
  }
}

/** Only declarations: no build is needed before, and none is touched. */
function declare(): void {
  const compiler = `${root}node_modules/typescript/bin/tsc`
  const flags = ['--emitDeclarationOnly', '--outDir', folder]
  const { status, stdout } = spawnSync(
    process.execPath,
    [compiler, '-p', `${root}tsconfig.build.json`, ...flags],
    { encoding: 'utf8' },
  )
  if (status !== 0) throw new Error(`The reference could not be made.\n${stdout}`)
}
