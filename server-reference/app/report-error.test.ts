import { describe, expect, test } from 'vitest'
import { toErrorLine } from './report-error.ts'

const at = new Date('2026-01-02T03:04:05.678Z')
const key = `lk_live_0123456789abcdef_${'s'.repeat(49)}`

describe('OP-1: what is logged of an error', () => {
  test('It is one entry, with what happened, when and during what', () => {
    const error = Object.assign(new Error('the disk is full'), { code: 'ERR_SQLITE_ERROR' })
    const line = toErrorLine(error, { during: 'flush', keyId: 'k1', requestId: 'r1' }, at)
    expect(JSON.parse(line)).toMatchObject({
      time: '2026-01-02T03:04:05.678Z',
      level: 'error',
      during: 'flush',
      keyId: 'k1',
      requestId: 'r1',
      name: 'Error',
      code: 'ERR_SQLITE_ERROR',
      message: 'the disk is full',
      stack: expect.stringContaining('report-error.test'),
    })
  })

  test('No key is in it, wherever the error carries one', () => {
    const error = new Error(`no row for ${key}`, { cause: new Error(`asked for ${key}`) })
    const line = toErrorLine(error, { during: `verify ${key}` }, at)
    expect(line).not.toContain('sss')
    expect(JSON.parse(line)).toMatchObject({
      message: 'no row for [API key]',
      cause: 'Error: asked for [API key]',
    })
  })

  test('A message cannot begin a line of its own, colour a terminal or turn its text round', () => {
    const message = 'a\nb\u001b[31mc\u007f\u0085d\u202ee\u2028f\u{e0041}'
    const line = toErrorLine(new Error(message), {}, at)
    expect(line).toMatch(/^[\x20-\x7e]+$/)
    expect(JSON.parse(line).message).toBe(message)
  })

  test('What is thrown need not be an error', () => {
    expect(JSON.parse(toErrorLine(undefined, {}, at)).message).toBe('undefined')
  })
})
