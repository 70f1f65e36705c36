import { describe, expect, test } from 'vitest'
import { parseSelection } from './parse-selection.ts'

const parse = (line: string) => parseSelection(line.split(' ').filter(Boolean), () => ' lk_live_x\n')

describe('The command line that revokes keys (OP-6)', () => {
  test.each([
    ['--key', { secret: 'lk_live_x' }],
    ['--id a', { id: 'a' }],
    ['--consumer a', { consumerId: 'a' }],
    [
      '--consumer a --created-before 2026-11-24T12:00:00Z',
      { consumerId: 'a', createdBefore: '2026-11-24T12:00:00Z' },
    ],
    ['--created-before 2026-11-24T12:00:00Z', { createdBefore: '2026-11-24T12:00:00Z' }],
    ['--all', { all: true }],
  ])('%s', (line, selection) => {
    expect(parse(line)).toEqual({ selection, reason: null })
    expect(parse(`${line} --reason leaked`)).toEqual({ selection, reason: 'leaked' })
  })

  test.each([
    '',
    '--reason leaked',
    '--id',
    '--id --all',
    '--all --id a',
    '--all --all',
    '--consumer a --id b',
    '--created-before yesterday',
    '--created-before 2026-11-24T12:00:00Z --all',
    '--everything',
    'all',
  ])('revokes nothing where it is "%s"', (line) => {
    expect(() => parse(line)).toThrow('npm run revoke')
  })
})
