import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import catalogue from './registry/registry.json' with { type: 'json' }

const root = fileURLToPath(new URL('.', import.meta.url))

/** What `shadcn add` reads, by file name: the catalogue, and each item with the text of its files in it. */
export function registryFiles(): Readonly<Record<string, string>> {
  const items = catalogue.items.map((item) => ({
    $schema: 'https://ui.shadcn.com/schema/registry-item.json',
    ...item,
    files: item.files.map((file) => ({ ...file, content: readFileSync(`${root}${file.path}`, 'utf8') })),
  }))
  return Object.fromEntries(
    [{ ...catalogue, name: 'registry' }, ...items].map((file) => [
      `${file.name}.json`,
      `${JSON.stringify('items' in file ? catalogue : file, null, 2)}\n`,
    ]),
  )
}

/** Writes them into a folder, for a host of static files. */
export function writeRegistry(folder: string): void {
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(registryFiles())) writeFileSync(`${folder}/${name}`, text)
}
