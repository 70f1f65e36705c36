import { describe, expect, test } from 'vitest'
import { checkCredentials, explainRefusal } from './check-credentials.ts'

const ada = { name: 'Ada', email: 'ada@example.com', password: 'correct horse' }

describe('What was typed into sign-in and sign-up', () => {
  test('Complete values pass', () => {
    expect(checkCredentials('sign-up', ada)).toEqual({})
    expect(checkCredentials('sign-in', { ...ada, name: '', password: 'short' })).toEqual({})
  })

  test('Each field says what it needs', () => {
    const errors = checkCredentials('sign-up', { name: ' ', email: 'ada', password: 'short' })
    expect(errors).toEqual({
      name: 'Write your name.',
      email: 'Write an e-mail address, such as ada@example.com.',
      password: 'Use at least 8 characters.',
    })
    expect(checkCredentials('sign-in', { ...ada, password: '' })).toEqual({
      password: 'Write your password.',
    })
  })

  test('What is too long is told where it was typed, with the limit', () => {
    const values = { name: 'a'.repeat(10_000), email: `${'a'.repeat(250)}@b.co`, password: 'a'.repeat(129) }
    expect(checkCredentials('sign-up', values)).toEqual({
      name: 'Use at most 100 characters.',
      email: 'Use at most 254 characters.',
      password: 'Use at most 128 characters.',
    })
    expect(checkCredentials('sign-up', { ...ada, name: 'a'.repeat(100) })).toEqual({})
  })

  test('UI-13: a code that nobody knows gets words of ours', () => {
    expect(explainRefusal('SQLITE_ERROR: no such table')).toBe('That did not work. Try again in a moment.')
  })
})
