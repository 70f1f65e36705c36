// @vitest-environment node
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { compileStyles, withoutLayers } from '../../build-css.ts'
import { publicVariables } from '../parts/public-variables.js'

const css = compileStyles()
const rules = readRules(css)
const selectors = rules.filter(
  (rule) => !rule.prelude.startsWith('@') && !rule.inside.startsWith('@keyframes'),
)

describe('The stylesheet that leaves the package', () => {
  it('names the order of the layers before anything else', () => {
    expect(css.startsWith('@layer theme,base,components,utilities;')).toBe(true)
  })

  it('puts everything into one layer, under which a host’s utilities win', () => {
    const outside = rules.filter((rule) => rule.inside === '' && rule.prelude !== '@layer components.lk')
    expect(outside).toEqual([])
  })

  it('styles nothing but its own classes', () => {
    const foreign = selectors
      .flatMap((rule) => splitList(rule.prelude))
      .filter((each) => !each.includes('.lk-'))
    expect(foreign).toEqual([])
    expect(css).not.toMatch(/:root|(^|[},\s])(html|body)\b|(^|[},])\*/)
  })

  it('uses no at-rule that reaches beyond it', () => {
    const allowed = /^@(layer components\.lk|supports|media|container lk|keyframes lk-)/
    expect(
      rules.map((rule) => rule.prelude).filter((each) => each.startsWith('@') && !allowed.test(each)),
    ).toEqual([])
    expect(css).not.toMatch(/@(property|font-face|import|tailwind|apply|theme|utility)\b/)
  })

  it('leaves public variables to the host, and keeps its own to itself', () => {
    const declared = [...css.matchAll(/[{;](--[\w-]+):/g)].map((match) => match[1])
    expect(declared.filter((name) => !name?.startsWith('--_lk-'))).toEqual([])
    const read = [...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1])
    expect(read.filter((name) => !/^--_?lk-/.test(name ?? ''))).toEqual([])
  })

  it('reads every public variable, and no other', () => {
    const read = new Set([...css.matchAll(/var\((--lk-[\w-]+)/g)].map((match) => match[1] ?? ''))
    // Set by a part, for this stylesheet to read.
    read.delete('--lk-progress')
    expect([...read].sort()).toEqual([...publicVariables].sort())
  })

  it('declares each private variable that it reads', () => {
    const declared = new Set([...css.matchAll(/[{;](--_lk-[\w-]+):/g)].map((match) => match[1]))
    const read = [...css.matchAll(/var\((--_lk-[\w-]+)/g)].map((match) => match[1])
    expect(read.filter((name) => !declared.has(name))).toEqual([])
  })

  it('keeps light-dark() where a host’s bundler does not lower it', () => {
    const guarded = '@supports (color:light-dark(#000,#fff))'
    const elsewhere = rules.filter((rule) => rule.body.includes('light-dark(') && rule.inside !== guarded)
    expect(rules.some((rule) => rule.prelude === guarded)).toBe(true)
    expect(elsewhere).toEqual([])
  })

  it('holds no class that no part uses', () => {
    const source = sourceOf('../parts') + sourceOf('../api-keys') + sourceOf('..')
    const classes = new Set(selectors.flatMap((rule) => rule.prelude.match(/\.lk-[A-Za-z]+/g) ?? []))
    const unused = [...classes].filter((name) => {
      const slot = name.slice('.lk-'.length)
      return !new RegExp(`lk-${slot}\\b|'${slot}'`).test(source)
    })
    expect(unused).toEqual([])
  })

  it('is reached through one function, which an unstyled component turns off', () => {
    const literal = /["'`]lk-(?!\*)|["'` ]lk-[a-zA-Z]+["'`]/g
    expect((sourceOf('../parts') + sourceOf('../api-keys') + sourceOf('..')).match(literal)).toEqual([
      '`lk-',
      '`lk-',
    ])
  })

  it('weighs at most 12 kB compressed', () => {
    expect(gzipSync(css).length).toBeLessThan(12_000)
  })
})

describe('A theme', () => {
  const folder = new URL('./themes/', import.meta.url)
  const themes = readdirSync(folder).map((name) => {
    const text = readFileSync(new URL(name, folder), 'utf8').replace(/\/\*.*?\*\//gs, '')
    return { name, text, rules: readRules(text.replace(/\s+/g, ' ')) }
  })

  it.each(themes)('$name sets public variables, and nothing else', ({ text }) => {
    const declared = [...text.matchAll(/[{;]\s*([\w-]+):/g)].map((match) => match[1] ?? '')
    const known: readonly string[] = publicVariables
    expect(declared.filter((name) => !known.includes(name))).toEqual([])
    expect(declared.length).toBeGreaterThan(10)
  })

  it.each(themes)('$name gives way to whatever a host says', ({ rules }) => {
    const found = rules.map(({ prelude }) => prelude.trim())
    expect(found.filter((each) => !/^(@layer theme|@media|:where\()/.test(each))).toEqual([])
  })

  it.each(themes)('$name has an entry of its own', ({ name }) => {
    const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
    expect(exports[`./themes/${name}`]).toBe(`./dist/themes/${name}`)
  })
})

describe('The stylesheet without layers', () => {
  const plain = withoutLayers(css)

  it('has no layer', () => {
    expect(plain).not.toContain('@layer')
    expect(readRules(plain).length).toBe(rules.length)
  })

  it('writes each class twice, so that a host’s element rules lose', () => {
    const classes = plain.match(/(\.lk-[\w-]+)+/g) ?? []
    expect(classes.filter((each) => !/^((\.lk-[A-Za-z]+)\2)+$/.test(each))).toEqual([])
  })

  it('is refused where the styles are not the one layer that it takes away', () => {
    expect(() => withoutLayers('.lk-root{color:red}')).toThrow('one layer')
  })
})

interface Rule {
  prelude: string
  /** The prelude of the rule around it; empty where there is none. */
  inside: string
  /** Its own declarations. */
  body: string
}

/** Reads minified CSS. Our own has no brace inside a string. */
function readRules(text: string): Rule[] {
  const found: Rule[] = []
  const open: Rule[] = []
  let from = 0
  for (const { index } of text.matchAll(/[{};]/g)) {
    const piece = text.slice(from, index).replaceAll(', ', ',')
    const current = open[open.length - 1]
    if (text[index] === '{') {
      const rule = {
        prelude: piece,
        inside: current?.prelude ?? '',
        around: current?.prelude ?? '',
        body: '',
      }
      found.push(rule)
      open.push(rule)
    } else {
      if (current) current.body += `${piece};`
      if (text[index] === '}') open.pop()
    }
    from = index + 1
  }
  expect(open).toEqual([])
  return found
}

/** Splits at commas that are not inside parentheses. */
function splitList(selector: string): string[] {
  return selector.split(/,(?![^(]*\))/)
}

function sourceOf(directory: string): string {
  const url = new URL(`${directory}/`, import.meta.url)
  const names = readdirSync(url).filter((name) => /\.tsx?$/.test(name) && !name.includes('.test.'))
  return names.map((name) => readFileSync(new URL(name, url), 'utf8')).join('\n')
}
