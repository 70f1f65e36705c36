import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { errorCodes, toProblem } from 'latchkey/contract'
import { readReference } from './api-reference.ts'
import { checkCommands, isScript } from './check-commands.ts'
import { type GuideBlock, guideFiles, readGuides } from './guides.ts'
import manifest from './package.json' with { type: 'json' }
import { publicNames } from './public-names.ts'
import { nextFiles } from './server-reference/cli/init/next-files.ts'
import { storybookPages } from './storybook-pages.ts'

/*
 * `npm run guides`: whether what the guides and the stories show is true. Code is type-checked as an app that installed
 * the package would have it; variables, scripts and files that are named must be there. Needs `npm run build` before.
 */

const root = fileURLToPath(new URL('.', import.meta.url))
const folder = `${root}node_modules/.cache/latchkey-guides/`

/** What every host has of its own, and a guide takes for granted. */
const host: Readonly<Record<string, string>> = {
  'lib/auth.ts': "import { betterAuth } from 'better-auth'\nexport const auth = betterAuth({})\n",
  // Not installed here: as far as the guides use it.
  'clerk-nextjs.d.ts': `declare module '@clerk/nextjs/server' {
  import type { NextFetchEvent, NextRequest } from 'next/server'
  type Handler = (auth: unknown, request: NextRequest, event: NextFetchEvent) => Response | Promise<Response>
  export function clerkMiddleware(handler: Handler): (request: NextRequest, event: NextFetchEvent) => Promise<Response>
}
`,
  'clerk-react.d.ts': `declare module '@clerk/react' {
  export function useClerk(): import('@clerk/shared/types').LoadedClerk
  export function useAuth(): { userId: string | null | undefined; orgId: string | null | undefined }
  export function ClerkLoaded(props: { children: import('react').ReactNode }): import('react').ReactNode
}
`,
  // As next-auth 5 types it.
  'lib/next-auth.ts': `type Session = { user?: { id?: string; name?: string | null }; expires: string }
export declare const auth: ((...args: []) => Promise<Session | null>) & ((request: Request) => Promise<Response>)
`,
  'host.d.ts': `declare module '*.css'
declare module '*.css?inline' { const text: string; export default text }
declare function audit(act: string, details: Readonly<Record<string, string>>): void
declare function toast(text: string): void
declare function save(event: { preventDefault(): void }): void
declare function openDialog(action: string, id: string): void
declare function ordersOf(consumerId: string): Promise<readonly unknown[]>
declare const apiKeys: readonly import('latchkey').ApiKeyView[]
declare const apiKey: import('latchkey').ApiKeyView
declare const secret: import('latchkey').SecretController
declare const copy: import('latchkey').Copy
declare const en: import('latchkey').LatchkeyStrings
declare const format: import('latchkey').Formatters
declare const text: string
declare function setText(text: string): void
declare const error: import('latchkey').LatchkeyError
declare function refetch(): void
declare function findPerson(headers: Headers): { id: string; sessionId: string | null } | null
declare function organisationOf(userId: string): string
declare function roleIn(consumerId: string, userId: string): Promise<'admin' | 'member' | 'auditor' | null>
declare function provedWithinMinutes(sessionId: string | null, minutes: number): boolean
declare function askForPasskey(): Promise<boolean>
declare function saveToVault(name: string, secret: string): Promise<void>
declare function verifyOldKey(key: string): Promise<string | null>
declare function freshToken(): Promise<string>
declare function sendMail(consumerId: string, text: string): Promise<void>
declare function readPastedKey(): Promise<string>
declare const analytics: { track(event: string, details: Readonly<Record<string, string>>): void }
`,
}

const compilerOptions = {
  // As a bundler reads it, which is what both Next and Vite set up.
  module: 'esnext',
  moduleResolution: 'bundler',
  noEmit: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
}

const pages = storybookPages()
const blocks = readGuides()
const problems = [
  ...checkTypes(blocks.filter(({ language }) => language === 'ts' || language === 'tsx')),
  ...checkCommands(),
  ...blocks.filter(({ language }) => language === 'http').flatMap(checkAnswer),
  ...blocks.filter(({ language }) => language === 'css').flatMap(checkVariables),
  ...guideFiles().flatMap((guide) => [...checkLinks(guide), ...checkScripts(guide)]),
  ...checkTwins(blocks),
  ...checkReference(),
]
for (const problem of problems) console.error(problem)
console.log(`${blocks.length} pieces of code in guides and stories, ${problems.length} problems.`)
process.exitCode = problems.length ? 1 : 0

/**
 * Every guide is an app: blocks that name a file are that file, so that one may import another. What the README builds
 * is there in all of them.
 */
function checkTypes(code: readonly GuideBlock[]): string[] {
  rmSync(folder, { recursive: true, force: true })
  const written = new Map<string, { block: GuideBlock; added: number }>()
  const built = code.flatMap(({ guide, path, code }) =>
    guide === 'README.md' && path ? [[path, code] as const] : [],
  )
  for (const guide of new Set(code.map(({ guide }) => guide))) {
    for (const [path, text] of [...Object.entries(host), ...built]) write(`${toFolder(guide)}/${path}`, text)
  }
  for (const block of code) {
    const path = `${toFolder(block.guide)}/${block.path ?? `line-${block.line}.tsx`}`
    const { text, added } = toModule(block)
    write(path, text)
    written.set(path, { block, added })
  }
  write(
    'tsconfig.json',
    JSON.stringify({ extends: `${root}tsconfig.base.json`, compilerOptions, include: ['**/*'] }),
  )
  const { stdout } = spawnSync('tsc', ['-p', folder, '--pretty', 'false'], { cwd: folder, encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const {
      path = '',
      at = '',
      message,
    } = /^(?<path>\S+)\((?<at>\d+),\d+\): (?<message>.*)/.exec(line)?.groups ?? {}
    if (message === undefined) return line.startsWith('error') ? [line] : []
    const place = written.get(path)
    if (!place) return [`${path}:${at}: ${message}`]
    return [`${place.block.guide}:${place.block.line + Number(at) - 1 - place.added}: ${message}`]
  })
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
}

function toFolder(guide: string): string {
  return guide.replaceAll(/[^\w]/g, '-')
}

/** What goes into a component that is there already: what it names of ours is imported for it. */
function toModule({ code }: GuideBlock): { text: string; added: number } {
  if (/^\s*(import|export) /m.test(code)) return { text: code, added: 0 }
  const names = new Set([...code.matchAll(/<(?<name>[A-Z]\w*)/g)].map(({ groups }) => groups?.name))
  return {
    text: `import { ${[...names].join(', ')} } from 'latchkey'\nexport default <>\n${code}\n</>\n`,
    added: 2,
  }
}

/** The README, the quick start and `latchkey init` build one app. */
function checkTwins(blocks: readonly GuideBlock[]): string[] {
  return ['README.md', 'stories/quick-start.mdx'].flatMap((of) =>
    Object.entries(nextFiles).flatMap(([path, code]) => {
      const shown = blocks.find((block) => block.guide === of && block.path === path)
      return shown?.code === code ? [] : [`${of}: ${path} is not the one that "latchkey init" writes`]
    }),
  )
}

/** A refusal that is shown is the one that we send. */
function checkAnswer({ guide, line, code }: GuideBlock): string[] {
  const [head = '', body = ''] = code.split('\n\n')
  const shown: unknown = JSON.parse(body)
  const ours = errorCodes.map((code) => toProblem(code))
  const isOurs = ours.some(
    (each) => isDeepStrictEqual(each, shown) && head.startsWith(`HTTP/1.1 ${each.status} `),
  )
  return isOurs ? [] : [`${guide}:${line}: no answer of the server reads like this`]
}

/** Scripts that the text names; `npm run dev` is the reader's. */
function checkScripts(guide: string): string[] {
  const named = readFileSync(`${root}${guide}`, 'utf8').match(/(?<=`)npm run (?!dev`)[\w:-]+/g) ?? []
  return named.flatMap((command) => (isScript(command) ? [] : [`${guide}: there is no \`${command}\``]))
}

function checkVariables({ guide, line, code }: GuideBlock): string[] {
  const styles = readFileSync(`${root}dist/styles.css`, 'utf8')
  const named = new Set(code.match(/--lk-[\w-]+/g))
  return [...named].flatMap((name) =>
    styles.includes(`var(${name}`) ? [] : [`${guide}:${line}: the style sheet reads no ${name}`],
  )
}

/** Files of ours and pages of the Storybook; what is on the web is not asked. */
function checkLinks(guide: string): string[] {
  const text = readFileSync(`${root}${guide}`, 'utf8')
  const lost = [...text.matchAll(/\?path=\/(?<page>(?:docs|story)\/[\w-]+)/g)].flatMap(({ groups }) =>
    groups?.page && !pages.has(groups.page) ? [`${guide}: the Storybook has no ${groups.page}`] : [],
  )
  const named = [...text.matchAll(/\]\((?<path>[^)#?:\s]+)[^):]*\)|(?:src|srcset)="(?<image>[^":]+)"/g)]
  const missing = named.flatMap(({ groups }) => {
    const path = groups?.path ?? groups?.image ?? ''
    return existsSync(join(root, dirname(guide), path)) ? [] : [`${guide}: there is no ${path}`]
  })
  return [...lost, ...missing]
}

/** What a host can import is in the reference. */
function checkReference(): string[] {
  const names = publicNames()
  return Object.entries(manifest.exports).flatMap(([entry, target]) => {
    if (typeof target === 'string') return []
    const told = new Set(readReference(join(root, target.types)).map(({ name }) => name))
    const lost = names[entry]?.filter((name) => name !== 'default' && !told.has(name)) ?? []
    return lost.map((name) => `the reference of ${entry} does not have ${name}`)
  })
}
