import { expect, test } from 'vitest'
import { anchorOf, knownErrors } from './stories/reference/known-errors.ts'
import { thrownMessages } from './thrown-messages.ts'

const known = knownErrors.flatMap(({ errors }) => errors.map(({ says }) => says))

test('Whatever we throw or warn about is in the page on errors, and nothing else is', () => {
  expect([...known].sort()).toEqual([...thrownMessages()].sort())
})

test('Each has an anchor of its own', () => {
  expect(new Set(known.map(anchorOf)).size).toBe(known.length)
})
