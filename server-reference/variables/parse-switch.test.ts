import { expect, it } from 'vitest'
import { parseSwitch } from './parse-switch.js'

it.each(['1', 'true', 'TRUE', 'yes', 'on', ' 1 '])('%j is on', (text) => expect(parseSwitch(text)).toBe(true))

it.each([undefined, '', '0', 'false', 'No', 'off'])('%j is off', (text) => {
  expect(parseSwitch(text)).toBe(false)
})

it.each(['ture', '2', 'enabled', 'null'])('%j is neither, and it is said what to write', (text) => {
  expect(() => parseSwitch(text)).toThrow('must be 1 or true')
})
