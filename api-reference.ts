import { readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** A public name with its docstring, as the compiler declares it. */
export interface ReferenceItem {
  name: string
  kind: 'function' | 'value' | 'type'
  /** The folder of its declaration, or its file where that lies beside the entry: `parts`, `api-key-manager`. */
  topic: string
  /** Without its stars; empty where there is none. */
  doc: string
  /** Its declaration, and those beside it that it needs and that nobody can import. */
  code: string
}

interface Statement {
  name: string
  isExported: boolean
  doc: string
  code: string
}

/** What an entry gives out, by the declaration file that the compiler made of it. In order of names. */
export function readReference(entry: string): ReferenceItem[] {
  return readFile(entry, dirname(entry))
}

function readFile(file: string, home: string): ReferenceItem[] {
  const text = readFileSync(file, 'utf8')
  const statements = readStatements(text)
  const [topic = ''] = relative(home, file).replaceAll('../', '').replace('.d.ts', '').split('/')
  const own = statements.filter(({ isExported }) => isExported).map((each) => toItem(each, statements, topic))
  const listed = [...text.matchAll(/^export (?:type )?\{(?<names>[^}]*)\} from '(?<from>[^']+)'/gm)].flatMap(
    ({ groups }) => pick(groups?.names ?? '', resolve(file, groups?.from ?? ''), home),
  )
  const whole = [...text.matchAll(/^export \* from '(?<from>[^']+)'/gm)].flatMap(({ groups }) =>
    readFile(resolve(file, groups?.from ?? ''), home),
  )
  return [...own, ...listed, ...whole, ...readPassedOn(file, text, home), ...readNamespaces(file, text)].sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  )
}

/** `import { A as B } from '…'`, given out as `export { B }`. */
function readPassedOn(file: string, text: string, home: string): ReferenceItem[] {
  const given = new Set(
    [...text.matchAll(/^export (?:type )?\{(?<names>[^}]*)\};/gm)].flatMap(({ groups }) =>
      (groups?.names ?? '').split(',').map((name) => name.trim().replace(/^type /, '')),
    ),
  )
  return [...text.matchAll(/^import (?:type )?\{(?<names>[^}]*)\} from '(?<from>\.[^']+)'/gm)].flatMap(
    ({ groups }) => {
      const passed = (groups?.names ?? '')
        .split(',')
        .filter((each) => given.has(each.trim().split(' as ').at(-1) ?? ''))
      return passed.length === 0 ? [] : pick(passed.join(','), resolve(file, groups?.from ?? ''), home)
    },
  )
}

/** `import * as Parts from '…'`, given out as `export { Parts }`. */
function readNamespaces(file: string, text: string): ReferenceItem[] {
  return [...text.matchAll(/^import \* as (?<name>\w+) from '(?<from>[^']+)'/gm)].flatMap(({ groups }) => {
    const { name = '', from = '' } = groups ?? {}
    const given = new RegExp(`(?:/\\*\\*(?<doc>(?:(?!\\*/).)*)\\*/\\s*)?^export \\{ ${name} \\};`, 'ms').exec(
      text,
    )
    if (!given) return []
    const members = readReference(resolve(file, from)).map((member) => `${name}.${member.name}`)
    return [
      {
        name,
        kind: 'value' as const,
        topic: from.split('/')[1] ?? '',
        doc: withoutStars(given.groups?.doc ?? ''),
        code: members.join('\n'),
      },
    ]
  })
}

/** `a, type B, C as D` of a file, under the names that they get. */
function pick(names: string, file: string, home: string): ReferenceItem[] {
  const there = readFile(file, home)
  return names.split(',').flatMap((each) => {
    const [name = '', alias = name] = each
      .trim()
      .replace(/^type /, '')
      .split(' as ')
    return there.filter((item) => item.name === name).map((item) => ({ ...item, name: alias }))
  })
}

function toItem(statement: Statement, beside: readonly Statement[], topic: string): ReferenceItem {
  const { name, doc, code } = statement
  const needed = hiddenOf(code, beside, new Set([statement]))
  return { name, kind: kindOf(code), topic, doc, code: [code, ...needed].join('\n\n') }
}

/** Declarations that are not exported and that a piece of code names, with those that they name. */
function hiddenOf(code: string, beside: readonly Statement[], seen: Set<Statement>): string[] {
  return beside.flatMap((each) => {
    if (each.isExported || seen.has(each) || !new RegExp(`\\b${each.name}\\b`).test(code)) return []
    seen.add(each)
    return [each.code, ...hiddenOf(each.code, beside, seen)]
  })
}

function kindOf(code: string): ReferenceItem['kind'] {
  if (/^(?:function|const \w+: import\("react"\))/.test(code)) return 'function'
  return /^(?:const|class)/.test(code) ? 'value' : 'type'
}

/** Top-level declarations: tsc begins each at the start of a line. */
function readStatements(text: string): Statement[] {
  const statements: Statement[] = []
  let doc = ''
  let held = ''
  for (const line of text.split('\n')) {
    if (held === '' && line.trim() === '') continue
    held += held === '' ? line : `\n${line}`
    if (held.startsWith('/**')) {
      if (!line.endsWith('*/')) continue
      doc = withoutStars(held.slice(3, -2))
    } else if (!isComplete(held)) continue
    else {
      const found =
        /^(?<exported>export )?(?:declare )?(?:abstract )?(?<code>(?:function|const|class|interface|type) (?<name>\w+).*)$/s.exec(
          held,
        )
      const { exported, code = '', name = '' } = found?.groups ?? {}
      if (found) statements.push({ name, isExported: exported !== undefined, doc, code })
      doc = ''
    }
    held = ''
  }
  return statements
}

function isComplete(statement: string): boolean {
  const bare = statement.replaceAll(/\/\*.*?\*\//gs, '').replaceAll(/\/\/.*$|'[^'\n]*'|"[^"\n]*"/gm, '')
  const depth = (bare.match(/[{([]/g)?.length ?? 0) - (bare.match(/[})\]]/g)?.length ?? 0)
  return depth === 0 && /[;}]\s*$/.test(bare)
}

function withoutStars(comment: string): string {
  return comment.replaceAll(/^\s*\* ?/gm, '').trim()
}

function resolve(file: string, from: string): string {
  return join(dirname(file), from.replace(/\.js$/, '.d.ts'))
}
