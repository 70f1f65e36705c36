import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** A piece of code that a guide or a story shows. */
export interface GuideBlock {
  /** The guide, from the root of the repository. */
  guide: string
  /** The line in the guide where the code begins, from 1. */
  line: number
  /** As the guide names it: `ts`, `tsx`, `css`, `sh`. */
  language: string
  /** The file that it says it is, in the first line, as `// app/route.ts: what for`; null where it says none. */
  path: string | null
  code: string
}

const root = fileURLToPath(new URL('.', import.meta.url))

/** Every block of every guide, in their order: what is fenced in Markdown, what a story gives to `userCode`. */
export function readGuides(): GuideBlock[] {
  const stories = globSync('stories/**/*.stories.tsx', { cwd: root }).sort()
  return [
    ...guideFiles().flatMap((guide) => readBlocks(guide, fenced)),
    ...stories.flatMap((guide) => readBlocks(guide, shownByStory)),
  ]
}

/** The guides, from the root of the repository. */
export function guideFiles(): string[] {
  const patterns = ['*.md', 'server-reference/**/*.md', 'stories/**/*.mdx']
  return globSync(patterns, { cwd: root, exclude: ['**/node_modules/**'] }).sort()
}

/** In a list too, where the fence stands further in. */
const fenced = /^ *```(?<language>\w+)\n(?<code>.*?)^ *```$/gms

/** A literal; what is imported as a file is checked as one. */
const shownByStory =
  /\buserCode\(\s*(?<quote>[`'])(?<code>(?:(?!\k<quote>|\\).|\\.)*)\k<quote>(?:,\s*'(?<language>\w+)')?,?\s*\)/gs

function readBlocks(guide: string, pattern: RegExp): GuideBlock[] {
  const text = readFileSync(`${root}${guide}`, 'utf8')
  return [...text.matchAll(pattern)].map(({ 0: whole, index, groups = {} }) => {
    const code = groups.code ?? ''
    const at = index + whole.indexOf(code)
    return {
      guide,
      line: text.slice(0, at).split('\n').length,
      language: groups.language ?? 'tsx',
      path: /^\s*\/\/ ([\w./[\]-]+\.tsx?)\b/.exec(code)?.[1] ?? null,
      code: code.replaceAll('\\`', '`').replaceAll('\\${', '${'),
    }
  })
}
