import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fromFiles from '@size-limit/file'
import { type OutputChunk, rolldown } from 'rolldown'
import sizeLimit from 'size-limit'
import { browserBundle, entryOf } from './browser-bundle.ts'
import { compileStyles } from './build-css.ts'

const kB = 1000
const root = fileURLToPath(new URL('.', import.meta.url))
const folder = `${root}node_modules/.cache/latchkey-sizes/`

/** What a host already has, or brings by itself. */
const outside = [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\/react-query$/]

/** Minified and gzipped, in bytes. Of several files each is compressed by itself, as they travel. */
interface Limit {
  name: string
  /** Where it is to get to; null: nobody has said. */
  target: number | null
  /** What it must not go beyond. Only ever lowered. */
  ceiling: number
  files: readonly SizedFile[]
}

interface SizedFile {
  name: string
  code: string
  /** What went into it, before minifying and compressing, for `--modules`. */
  modules: Readonly<Record<string, number>>
}

/** What leaves the package, and how much of it a page loads before anybody clicked. */
export async function bundleAll(): Promise<Limit[]> {
  const hook = await bundle("export { useApiKeyManager } from './src/headless.js'")
  const component = await bundle("export { ApiKeyManager } from './src/index.js'")
  const css = { name: 'styles.css', code: compileStyles(), modules: {} }
  return [
    limit('headless: useApiKeyManager', 9, 11.82, atFirst(hook)),
    limit('headless, with what it loads later', null, 19.11, hook),
    limit('headless, every name', null, 20.22, await bundle("export * from './src/headless.js'")),
    limit('first load: a page with the list', 22, 27.71, atFirst(component)),
    limit('everything: every dialog as well', 55, 93.12, component),
    limit('styles.css', 12, 10.28, [css]),
  ]
}

function limit(name: string, target: number | null, ceiling: number, files: readonly SizedFile[]): Limit {
  return { name, target: target && target * kB, ceiling: ceiling * kB, files }
}

interface Chunk extends SizedFile {
  isEntry: boolean
  /** Names of the files that come along without being asked for. */
  imports: readonly string[]
}

/** What a host's bundler makes of an entry: no helper of a build tool is among it. */
async function bundle(entry: string): Promise<Chunk[]> {
  const id = `${root}size-entry.js`
  const build = await rolldown({
    ...browserBundle,
    input: id,
    // As for a page of a host: what files that come later share with it stays in it.
    preserveEntrySignatures: 'allow-extension',
    external: outside,
    plugins: [entryOf(id, entry)],
  })
  const { output } = await build.generate({ format: 'es', minify: true })
  return output.filter((file) => file.type === 'chunk').map(toChunk)
}

function toChunk({ fileName, code, isEntry, imports, modules }: OutputChunk): Chunk {
  const lengths = Object.entries(modules).map(([path, { renderedLength }]) => [path, renderedLength])
  return { name: fileName, code, isEntry, imports, modules: Object.fromEntries(lengths) }
}

/** The entry and what it imports without being asked: not what arrives on first use, or once there is time for it. */
function atFirst(chunks: readonly Chunk[]): Chunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.name, chunk]))
  const needed = new Set(chunks.filter((chunk) => chunk.isEntry))
  for (const chunk of needed) {
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported) needed.add(imported)
    }
  }
  return [...needed]
}

/** In bytes, as size-limit weighs files. */
async function weigh(limits: readonly Limit[]): Promise<number[]> {
  rmSync(folder, { recursive: true, force: true })
  const checks = limits.map(({ files }, index) => ({ gzip: true, files: write(files, `${folder}${index}/`) }))
  const results: unknown = await sizeLimit([fromFiles], { checks })
  return Array.isArray(results) ? results.map(({ size }: { size: number }) => size) : []
}

function write(files: readonly SizedFile[], to: string): string[] {
  mkdirSync(to, { recursive: true })
  return files.map(({ name, code }) => {
    const path = to + name.replaceAll('/', '-')
    writeFileSync(path, code)
    return path
  })
}

function print({ name, target, ceiling }: Limit, bytes: number): void {
  const over = target !== null && bytes > target
  const verdict = over ? `${inKb(bytes - target)} over its target of ${inKb(target)}` : 'fine'
  const refusal = `TOO LARGE: beyond ${inKb(ceiling)}`
  console.log(`${name.padEnd(36)} ${inKb(bytes).padStart(8)}   ${bytes > ceiling ? refusal : verdict}`)
}

function printModules({ name, files }: Limit): void {
  console.log(`\n${name}, bytes per module before minifying and compressing`)
  const modules = files.flatMap((file) => Object.entries(file.modules)).filter(([, length]) => length > 0)
  for (const [path, length] of modules.sort(([, a], [, b]) => b - a)) {
    console.log(`${String(length).padStart(8)}  ${path.replace(root, '')}`)
  }
}

function inKb(bytes: number): string {
  return `${(bytes / kB).toFixed(2)} kB`
}

if (import.meta.main) {
  const limits = await bundleAll()
  const sizes = await weigh(limits)
  for (const [index, each] of limits.entries()) print(each, sizes[index] ?? Number.POSITIVE_INFINITY)
  if (process.argv.includes('--modules')) for (const each of limits) printModules(each)
  if (limits.some(({ ceiling }, index) => !((sizes[index] ?? Number.NaN) <= ceiling))) process.exitCode = 1
}
