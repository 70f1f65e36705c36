import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { compileStyles } from './build-css.ts'

const kB = 1000

/** What a host already has, or brings by itself. */
const outside = [/^react($|\/)/, /^react-dom($|\/)/, /^@tanstack\/react-query$/]

/** Minified and gzipped, in bytes. */
interface Size {
  name: string
  bytes: number
  /** Where it is to get to. */
  target: number
  /** What it must not go beyond before it is there. Only ever lowered. */
  ceiling: number
  /** The same without compression, per module, for `--modules`. */
  modules?: ReadonlyMap<string, number> | undefined
}

/** What leaves the package, and how much of it a page loads before anybody clicked. */
export async function measureSizes(): Promise<Size[]> {
  const headless = await bundle("export * from './src/headless.js'")
  const everything = await bundle("export { ApiKeyManager } from './src/index.js'")
  const css = gzipSync(compileStyles(), { level: 9 }).byteLength
  return [
    { name: 'headless: the hooks and the client', ...weigh(headless), target: 9 * kB, ceiling: 15.6 * kB },
    {
      name: 'first load: a page with the list',
      ...weigh(atFirst(everything)),
      target: 22 * kB,
      ceiling: 33 * kB,
    },
    { name: 'everything: every dialog as well', ...weigh(everything), target: 55 * kB, ceiling: 82 * kB },
    { name: 'styles.css', bytes: css, target: 12 * kB, ceiling: 12 * kB },
  ]
}

type Chunk = Rolldown.OutputChunk

async function bundle(entry: string): Promise<Chunk[]> {
  const root = fileURLToPath(new URL('.', import.meta.url))
  const id = `${root}size-entry.js`
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        enforce: 'pre',
        resolveId: (source) => (source === id ? id : null),
        load: (source) => (source === id ? entry : null),
      },
    ],
    build: {
      write: false,
      target: 'es2022',
      // How a chunk is fetched is the business of the host's bundler, and no weight of ours.
      modulePreload: false,
      rolldownOptions: { input: id, external: outside, preserveEntrySignatures: 'strict' },
    },
  })
  const outputs = Array.isArray(built) ? built : [built]
  return outputs.flatMap((output) =>
    'output' in output ? output.output.filter((file) => file.type === 'chunk') : [],
  )
}

/** The entry and what it imports without being asked: not what arrives on first use. */
function atFirst(chunks: readonly Chunk[]): Chunk[] {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const needed = new Set(chunks.filter((chunk) => chunk.isEntry))
  for (const chunk of needed) {
    for (const name of chunk.imports) {
      const imported = byName.get(name)
      if (imported) needed.add(imported)
    }
  }
  return [...needed]
}

function weigh(chunks: readonly Chunk[]): Pick<Size, 'bytes' | 'modules'> {
  const modules = new Map<string, number>()
  let bytes = 0
  for (const chunk of chunks) {
    bytes += gzipSync(chunk.code, { level: 9 }).byteLength
    for (const [id, { renderedLength }] of Object.entries(chunk.modules)) modules.set(id, renderedLength)
  }
  return { bytes, modules }
}

function print(sizes: readonly Size[]): void {
  for (const { name, bytes, target, ceiling } of sizes) {
    const over = bytes > target ? `${inKb(bytes - target)} over its target of ${inKb(target)}` : 'on target'
    const verdict = bytes > ceiling ? `TOO LARGE: beyond ${inKb(ceiling)}` : over
    console.log(`${name.padEnd(36)} ${inKb(bytes).padStart(8)}   ${verdict}`)
  }
}

function printModules({ name, modules }: Size): void {
  console.log(`\n${name}, bytes per module before minifying and compressing`)
  const heaviest = [...(modules ?? [])].sort(([, a], [, b]) => b - a).filter(([, length]) => length > 0)
  for (const [id, length] of heaviest) console.log(`${String(length).padStart(8)}  ${withoutRoot(id)}`)
}

function inKb(bytes: number): string {
  return `${(bytes / kB).toFixed(2)} kB`
}

function withoutRoot(id: string): string {
  return id.replace(fileURLToPath(new URL('.', import.meta.url)), '')
}

if (import.meta.main) {
  const sizes = await measureSizes()
  print(sizes)
  if (process.argv.includes('--modules')) for (const size of sizes) printModules(size)
  if (sizes.some(({ bytes, ceiling }) => bytes > ceiling)) process.exitCode = 1
}
