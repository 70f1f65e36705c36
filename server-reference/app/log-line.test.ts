import { checksumOf } from 'latchkey/contract'
import { expect, test } from 'vitest'
import { toLogLine } from './log-line.ts'

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const around = ['', ' ', '"', '\\', '\n', '=', '/', '%20', 'Bearer ', 'é', '{"a":"', 'x', '-', '\u2028']

/** The same numbers in each run, so that what fails once fails again. */
function createRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

test('OP-1: whatever is logged, and wherever a key or most of one stands in it, no secret is in the line', () => {
  const random = createRandom(20_261_124)
  const text = (length: number) => Array.from({ length }, () => letters.charAt(random(62))).join('')
  const pick = <T>(list: readonly T[]): T => list[random(list.length)] as T
  const wrap = (value: string, depth: number): unknown => {
    if (depth === 0) return `${pick(around)}${value}${pick(around)}`
    const inner = wrap(value, depth - 1)
    return pick([() => [inner, 1], () => ({ a: inner }), () => ({ [String(value)]: inner }), () => inner])()
  }
  for (let round = 0; round < 2_000; round += 1) {
    const secret = text(43)
    const body = `${pick(['lk', 'acme2', 'a1'])}_${pick(['live', 'test'])}_${text(16)}_${secret}`
    const key = `${body}${checksumOf(body)}`
    const told = key.slice(0, key.length - random(44))
    const fields = { message: wrap(told, random(4)), stack: wrap(told, 0), [told]: round }
    const line = toLogLine('error', fields, new Date(0))
    const part = told.split('_')[3] ?? ''
    expect(part.length).toBeGreaterThan(4)
    expect(line).not.toContain(part.slice(0, 5))
    expect(line).toMatch(/^[^\n\r\u2028]+$/)
    expect(JSON.parse(line)).toMatchObject({ level: 'error', time: '1970-01-01T00:00:00.000Z' })
  }
})
