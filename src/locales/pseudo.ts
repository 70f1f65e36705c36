/** Derives a pseudo-locale from a catalogue of the same shape. What a text is filled with stays as it is. */
export function pseudo<T extends object>(english: T): T {
  // Of the same shape by construction: texts become texts, functions functions, and groups groups.
  return Object.fromEntries(Object.entries(english).map(([name, word]) => [name, derive(word)])) as T
}

function derive(word: unknown): unknown {
  if (typeof word === 'string') return stretch(word)
  if (typeof word === 'function') return (...given: unknown[]) => fill(word, given)
  return typeof word === 'object' && word !== null ? pseudo(word) : word
}

/** What a function is given is told from its own words by marks around it, which a private-use plane has to spare. */
function fill(word: CallableFunction, given: readonly unknown[]): string {
  const marked = given.map((each) => (typeof each === 'string' ? `\ue000${each}\ue001` : each))
  return stretch(String(word(...marked))).replaceAll(/[\ue000\ue001]/g, '')
}

function stretch(text: string): string {
  const own = text.split(/(\{\w+\}|\ue000[^\ue001]*\ue001)/)
  return `[${own.map((piece, index) => (index % 2 === 0 ? accent(piece) : piece)).join('')}]`
}

function accent(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) => {
    const accented = accents[letter] ?? letter
    return 'aeiou'.includes(letter) ? accented + accented : accented
  })
}

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const changed = 'àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'
const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...plain].map((letter, index) => [letter, [...changed][index] ?? letter]),
)
