import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import manifest from './package.json' with { type: 'json' }

const root = fileURLToPath(new URL('.', import.meta.url))

/** What a host can import, types included, by entry: from the declarations that `npm run build` made. */
export function publicNames(): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(manifest.exports).map(([entry, target]) => [
      entry,
      typeof target === 'string' ? [] : namesIn(join(root, target.types)).sort(),
    ]),
  )
}

/** The names that a declaration file exports. tsc writes one statement a line, or a list in braces. */
function namesIn(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const declared = text.matchAll(
    /^export (?:declare )?(?:abstract )?(?:async )?(?:const|let|function|class|interface|type|enum) (?<name>\w+)/gm,
  )
  const listed = text.matchAll(/^export (?:type )?\{(?<list>[^}]*)\}/gm)
  const whole = text.matchAll(/^export \* from '(?<from>[^']+)'/gm)
  return [
    ...Array.from(declared, ({ groups }) => groups?.name ?? ''),
    ...Array.from(listed, ({ groups }) => toNames(groups?.list ?? '')).flat(),
    ...(/^export default /m.test(text) ? ['default'] : []),
    ...Array.from(whole, ({ groups }) =>
      namesIn(join(dirname(file), (groups?.from ?? '').replace(/\.js$/, '.d.ts'))),
    ).flat(),
  ]
}

/** `a, type B, c as d` → a, B, d. */
function toNames(list: string): string[] {
  return list
    .split(',')
    .map((item) =>
      item
        .trim()
        .replace(/^type /, '')
        .replace(/^.* as /, ''),
    )
    .filter((name) => name !== '')
}
