import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, it } from 'vitest'

/** Holds the page that says which test holds which line of WCAG to the tests there are, so that it cannot rot. */
const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'stories/a11y/accessibility.mdx'), 'utf8')
const rows = Array.from(
  page.matchAll(/<tr>\s*<td>(\d+)<\/td>\s*<td>[^\n]+<\/td>\s*<td>([^\n]+)<\/td>\s*<\/tr>/g),
  ([, line = '', proof = '']) => ({ line: Number(line), proof }),
)
const filesIn = (folder: string) => readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
const testFiles = new Set(
  [...filesIn('src'), ...filesIn('server-reference/app')].flatMap((path) =>
    /\.(?:test\.tsx?|e2e\.ts)$/.test(path) ? [basename(path).replace(/\.(?:test\.tsx?|e2e\.ts)$/, '')] : [],
  ),
)
const stories = filesIn('stories')
  .filter((path) => path.endsWith('.stories.tsx'))
  .flatMap((path) => {
    const code = readFileSync(join(root, 'stories', path), 'utf8')
    const title = /\btitle: '([^']+)'/.exec(code)?.[1] ?? ''
    return Array.from(code.matchAll(/^export const (\w+): Story/gm), ([, name = '']) => {
      return `${title}/${name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' ')}`
    })
  })

it('The accessibility statement has each of its 45 lines once, and something that holds it', () => {
  expect(rows.map(({ line }) => line)).toEqual(Array.from({ length: 45 }, (_, index) => index + 1))
  expect(rows.filter(({ proof }) => proof.trim() === '')).toEqual([])
})

it('The accessibility statement names only tests and stories that exist', () => {
  const missing = rows.flatMap(({ line, proof }) => {
    const files = namesIn(proof, 'code').filter((name) => !testFiles.has(name))
    const told = namesIn(proof, 'em').filter(
      (name) => !stories.some((story) => `/${story}/`.includes(`/${name}/`)),
    )
    return [...files, ...told].map((name) => `${line}: ${name}`)
  })
  expect(missing).toEqual([])
})

function namesIn(proof: string, tag: 'code' | 'em'): string[] {
  return Array.from(proof.matchAll(new RegExp(`<${tag}>([^<]+)</${tag}>`, 'g')), ([, name = '']) => name)
}
