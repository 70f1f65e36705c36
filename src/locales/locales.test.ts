import { describe, expect, it } from 'vitest'
import { ar } from './ar.js'
import { createFormatters } from './create-formatters.js'
import { de } from './de.js'
import { en } from './en.js'
import { enXA } from './en-xa.js'
import { es } from './es.js'
import { fr } from './fr.js'
import { he } from './he.js'
import { ja } from './ja.js'
import { ptBR } from './pt-br.js'

const counts = [0, 1, 2, 3, 11, 100]
const texts = leaves(en)

describe.each([en, de, fr, es, ptBR, ja, ar, he, enXA])('$locale', (strings) => {
  const own = leaves(strings)

  it('has every text that English has, and no other', () => {
    expect([...own.keys()].sort()).toEqual([...texts.keys()].sort())
  })

  it('has a function where English has one, and a text where English has a text', () => {
    const kinds = (of: Leaves) => Object.fromEntries([...of].map(([path, word]) => [path, typeof word]))
    expect(kinds(own)).toEqual(kinds(texts))
  })

  it('leaves nothing empty, whatever it is filled with', () => {
    const silent = [...own].flatMap(([path, word]) =>
      variants(path, word).some((text) => text.trim() === '') ? [path] : [],
    )
    expect(silent).toEqual([])
  })

  it('shows whatever English shows of a key, a date or a number', () => {
    const lost = [...texts].flatMap(([path, word]) => {
      const [english = ''] = variants(path, word)
      const [text = ''] = variants(path, own.get(path))
      return marksIn(english)
        .filter((mark) => !marksIn(text).includes(mark))
        .map((mark) => `${path}: ${mark}`)
    })
    expect(lost).toEqual([])
  })

  it('calls it by another word to end a key than to leave a dialog', () => {
    const words = [strings.revoke.submit, strings.menu.revoke, strings.status.revoked]
    expect(words.filter((word) => word.includes(strings.cancel))).toEqual([])
  })

  it('has a sentence for every number', () => {
    for (const [path, word] of own) {
      if (typeof word !== 'function') continue
      for (const count of counts) {
        const text: unknown = word(...marksFor(path).map((mark) => (typeof mark === 'number' ? count : mark)))
        expect(text, `${path} with ${count}`).toEqual(expect.stringMatching(/\S/))
        expect(text, `${path} with ${count}`).not.toMatch(/#|undefined|null|NaN|\[object/)
      }
    }
  })
})

describe.each([de, fr, es, ptBR, ja, ar, he, enXA])('$locale', (strings) => {
  it('says nothing in English but what is the same in both languages', () => {
    const own = leaves(strings)
    const same = [...texts].flatMap(([path, word]) => {
      const english = variants(path, word)
      const isSame = variants(path, own.get(path)).some(
        (text, index) => text === english[index] && /\p{L}/u.test(withoutMarks(text)),
      )
      return isSame ? [path] : []
    })
    expect(same.filter((path) => !isShared(path, strings.locale))).toEqual([])
  })
})

it('Arabic has a form of its own for each of its six kinds of number', () => {
  const forms = [0, 1, 2, 3, 11, 100].map((count) => ar.summary.keys(count))
  expect(forms).toEqual(['لا مفاتيح', 'مفتاح واحد', 'مفتاحان', '3 مفاتيح', '11 مفتاحًا', '100 مفتاح'])
})

it('Hebrew has a form for two, Japanese none for one', () => {
  expect([1, 2, 3].map((count) => he.summary.keys(count))).toEqual(['מפתח אחד', 'שני מפתחות', '3 מפתחות'])
  expect([1, 2].map((count) => ja.summary.keys(count))).toEqual(['キー 1 件', 'キー 2 件'])
})

it('French breaks no line before what stands apart from its word: : with a whole space, ; ! ? with a narrow one', () => {
  const texts = [...leaves(fr)].flatMap(([path, word]) => variants(path, word)).map(withoutMarks)
  expect(texts.filter((text) => /[^\u00a0]:(\s|$)|[^\u202f][;!?]|«[^\u00a0]|[^\u00a0]»/.test(text))).toEqual(
    [],
  )
})

it.each([
  [es, 'es-MX'],
  [es, 'es-CO'],
  [ptBR, 'pt-BR'],
])(
  '%#: no sentence ends in two full stops where a time ends in one, as "5:40 p. m." does',
  (strings, locale) => {
    const format = createFormatters({ locale, timeZone: 'UTC' })
    const now = Date.parse('2026-11-23T17:40:00Z')
    const date = format.dateTime(now)
    const texts = [...leaves(strings)].flatMap(([path, word]) => {
      if (typeof word !== 'function') return [String(word).replaceAll('{date}', date)]
      if (takesDate.includes(path)) return [String(word(date))]
      return path === 'revoke.recentUse' ? [String(word(format.ago(now - 120_000, now)))] : []
    })
    expect(texts.filter((text) => text.includes('..'))).toEqual([])
  },
)

it.each([ar, he])(
  '$locale: what begins with a sign or a digit and goes on in Latin keeps its order',
  (strings) => {
    const texts = [...leaves(strings)].flatMap(([path, word]) => variants(path, word))
    const mixed = texts.filter((text) => /⌘C|\.env|\d OK/.test(text))
    expect(mixed).not.toEqual([])
    expect(mixed.filter((text) => !/\u200e(⌘C|\.env)|\u2066\d+ OK\u2069/.test(text))).toEqual([])
  },
)

it('The pseudo-locale is longer by two fifths, in brackets, and keeps what it is filled with', () => {
  expect(enXA.title).toBe('[ÀÞÎ ķééýš]')
  expect(enXA.revoke.title).toBe('[Ŕééṽööķéé “{name}”?]')
  expect(enXA.announce.revoked('ci-deploy')).toBe('[ci-deploy ŕééṽööķééð.]')
  const length = (of: Leaves) => [...of].flatMap(([path, word]) => variants(path, word)).join('').length
  expect(length(leaves(enXA)) / length(texts)).toBeGreaterThan(1.3)
})

/** Words that a language has in common with English. */
function isShared(path: string, locale: string): boolean {
  const shared: Readonly<Record<string, readonly string[]>> = {
    de: [
      'menu.details',
      'verify.ok',
      'columns.name',
      'columns.status',
      'filter.status',
      'sort.by.name',
      'create.environment.live',
      'create.environment.test',
      'details.lineage',
    ],
    fr: [
      'status.active',
      'columns.actions',
      'create.environment.test',
      'note.label',
      'usageTable.total',
      'activity.field.description',
    ],
    es: ['usageTable.total'],
    'pt-BR': ['usageTable.total'],
  }
  return (shared[locale] ?? []).includes(path)
}

type Leaves = ReadonlyMap<string, unknown>

/** Every text and function of a catalogue, by its path. */
function leaves(of: object, path = ''): Map<string, unknown> {
  const found = new Map<string, unknown>()
  for (const [name, word] of Object.entries(of)) {
    if (path === '' && (name === 'locale' || name === 'dir')) continue
    if (typeof word !== 'object' || word === null) found.set(path + name, word)
    else for (const [inner, each] of leaves(word, `${path}${name}.`)) found.set(inner, each)
  }
  return found
}

/** What a text may read like: with everything known first, then with what may be unknown unknown. */
function variants(path: string, word: unknown): string[] {
  if (typeof word !== 'function') return [String(word)]
  const marks = marksFor(path)
  const bare = marks.map((mark) => (mayBeNull.includes(path) ? null : mark))
  return [String(word(...marks)), String(word(...(path === 'key.created' ? [null, marks[1]] : bare)))]
}

const mayBeNull = ['verify.ok', 'verify.refused', 'revoke.recentUse', 'cockpit.lastUsed', 'key.created']

const takesDate = ['error.staleData', 'create.expiryEcho', 'rotate.overlapUntil', 'extend.current']

/** Values that stand out in any language; large numbers, because Arabic and Hebrew say "two" in a word. */
function marksFor(path: string): (string | number)[] {
  if (path === 'details.rateLimitOf') return [131, '«Mark2»']
  return numeric.test(path) ? [131, 137, 139] : ['«Mark1»', '«Mark2»']
}

/** Functions of numbers. One that is missing here shows "NaN". */
const numeric =
  /^(summary|pager|filter\.several|selection\.count|bulk\.(title|more|submit|running|done|partial)|usage\.|scopes\.more|hygiene|error\.rateLimited|quota|validation\.nameTooLong|create\.scopesSelected|scopePicker\.results|ranges\.tooMany|note\.tooLong|verify|usageTable|announce\.(loaded|results))/

const marks = /\{\w+\}|«Mark\d»|13[179]/g

function withoutMarks(text: string): string {
  return text.replaceAll(marks, '')
}

function marksIn(text: string): string[] {
  return [...text.matchAll(marks)].map(([mark]) => mark)
}
