import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { storyNameFromExport, toId } from 'storybook/internal/csf'

const root = fileURLToPath(new URL('.', import.meta.url))

/** What a link in a guide may lead to, as `docs/guides-headless--docs` or `story/flows-create--copied`. */
export function storybookPages(): ReadonlySet<string> {
  return new Set(globSync('stories/**/*.{mdx,stories.tsx}', { cwd: root }).flatMap(pagesOf))
}

function pagesOf(file: string): string[] {
  const text = readFileSync(`${root}${file}`, 'utf8')
  const title =
    /<Meta title="(?<title>[^"]+)"/.exec(text)?.groups?.title ??
    /\btitle: '(?<title>[^']+)'/.exec(text)?.groups?.title
  if (title === undefined) return []
  const stories = [...text.matchAll(/^export const (?<name>[A-Z]\w*)/gm)]
  return [
    `docs/${toId(title, 'docs')}`,
    ...stories.map(({ groups }) => `story/${toId(title, storyNameFromExport(groups?.name ?? ''))}`),
  ]
}
