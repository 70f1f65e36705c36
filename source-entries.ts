import { fileURLToPath } from 'node:url'
import manifest from './package.json' with { type: 'json' }

/**
 * Aliases that lead each public entry (`latchkey/next`) to its source, so that tests and stories import what a
 * user would import and still run on what is being edited. Read from `exports`: there is no second list.
 */
export const sourceEntries = Object.entries(manifest.exports).flatMap(([entry, target]) => {
  if (typeof target === 'string') return []
  const source = target.default.replace('./dist/', './').replace(/\.js$/, '.ts')
  const name = entry.replace(/^\./, manifest.name)
  return [{ find: new RegExp(`^${name}$`), replacement: fileURLToPath(new URL(source, import.meta.url)) }]
})
