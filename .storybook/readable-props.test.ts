import { describe, expect, test } from 'vitest'
import { readableProps } from './readable-props.ts'

const rowOf = (raw: string, description = '') =>
  readableProps({ __docgenInfo: { props: { prop: { tsType: { name: 'union', raw }, description } } } }).prop

describe('A row of the table of props', () => {
  test.each([
    ['string | undefined', 'string'],
    ["'h12' | 'h23' | undefined", "'h12' | 'h23'"],
    ['Element | DocumentFragment | null | undefined', 'Element | DocumentFragment | null'],
    ['(() => number) | undefined', '() => number'],
    ['((question: ListQuestion) => void) | undefined', '(question: ListQuestion) => void'],
    ['Partial<ListQuestion> | undefined', 'Partial<ListQuestion>'],
  ])('shows %s as %s', (raw, type) => {
    expect(rowOf(raw)?.table.type).toEqual({ summary: type })
  })

  test('tells what holds by default apart from what it does', () => {
    expect(rowOf('number | undefined', 'Keys on one page, 1–100. @default 25')).toMatchObject({
      description: 'Keys on one page, 1–100.',
      table: { defaultValue: { summary: '25' } },
    })
    expect(
      rowOf('number | undefined', 'When that was read.\n@default now, so that\nit is asked again'),
    ).toMatchObject({
      description: 'When that was read.',
      table: { defaultValue: { summary: 'now, so that it is asked again' } },
    })
    expect(rowOf('string | undefined', "@default 'masked'")).toMatchObject({
      description: '',
      table: { defaultValue: { summary: "'masked'" } },
    })
  })

  test('says of no default where there is none', () => {
    expect(rowOf('string', 'Whose keys.')).toEqual({
      name: 'prop',
      description: 'Whose keys.',
      table: { type: { summary: 'string' } },
    })
  })

  test.each([null, undefined, 'div', {}, () => null])('has none for %s', (component) => {
    expect(readableProps(component)).toEqual({})
  })
})
