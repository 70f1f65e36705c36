import { maxRangesPerKey, parseCidr } from '../contract/index.js'
import type { LatchkeyStrings } from '../locales/strings.js'
import { isolate } from './isolate.js'

/** Addresses that were entered, and the text that is still being typed. */
export interface RangeDraft {
  ranges: readonly string[]
  text: string
}

export type RangeProblem = { kind: 'invalid'; line: string } | { kind: 'tooMany'; max: number }

/**
 * Takes what was typed or pasted into the list: one address a line, or several between commas and spaces. What is no
 * address stays in the text, to be corrected.
 */
export function readRanges({ ranges, text }: RangeDraft): {
  draft: RangeDraft
  problem: RangeProblem | null
} {
  const lines = text.split(/[\s,;]+/).filter(Boolean)
  const wrong = lines.filter((line) => parseCidr(line) === null)
  const right = lines.filter((line) => parseCidr(line) !== null)
  const all = [...new Set([...ranges, ...right])]
  const kept = all.slice(0, maxRangesPerKey)
  const over = all.slice(maxRangesPerKey)
  const [first] = wrong
  return {
    draft: { ranges: kept, text: [...wrong, ...over].join(' ') },
    problem:
      first !== undefined
        ? { kind: 'invalid', line: first }
        : over.length > 0
          ? { kind: 'tooMany', max: maxRangesPerKey }
          : null,
  }
}

/** Whether a range lets everybody in, which is seldom what was meant. */
export function isEverywhere(range: string): boolean {
  return parseCidr(range)?.prefixBits === 0
}

/** What is wrong with the entries, in the reader's language; null: nothing. */
export function rangeError(problem: RangeProblem | null, { ranges }: LatchkeyStrings): string | null {
  if (problem === null) return null
  return problem.kind === 'invalid' ? ranges.invalid(isolate(problem.line)) : ranges.tooMany(problem.max)
}
