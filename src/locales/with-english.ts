import { tellMissing } from './tell-missing.js'

/**
 * A catalogue with English where it has no text: one in plain JavaScript, or written for an earlier version, must not
 * bring the page down. In development it is said what is missing.
 */
export function withEnglish<T extends object, G extends Partial<T>>(english: T, given: G): T & G {
  // Everything that `given` has is in it, and everything of `english` that `given` has not.
  return fillIn(english, given, '') as T & G
}

function fillIn(english: object, given: object, path: string): object {
  const whole: Record<string, unknown> = { ...given }
  for (const [name, word] of Object.entries(english)) {
    const own = whole[name]
    if (own === null || typeof own !== typeof word) {
      whole[name] = word
      if (typeof process !== 'undefined' && process.env.NODE_ENV !== 'production') tellMissing(path + name)
    } else if (typeof own === 'object') {
      whole[name] = fillIn(word, own, `${path}${name}.`)
    }
  }
  return whole
}
