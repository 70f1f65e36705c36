import { afterEach, describe, expect, it, vi } from 'vitest'
import { dialogs } from './en/dialogs.js'
import { list } from './en/list.js'
import { withEnglish } from './with-english.js'

const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
afterEach(() => warn.mockClear())

describe('A catalogue in plain JavaScript', () => {
  it('shows English where it lacks a text, at any depth, and keeps what it has', () => {
    const own = JSON.parse('{ "title": "Schlüssel", "search": { "label": "Suchen" } }')
    const strings = withEnglish(list, own)
    expect(strings.title).toBe('Schlüssel')
    expect(strings.search).toEqual({ ...list.search, label: 'Suchen' })
    expect(strings.summary.keys(2)).toBe('2 keys')
  })

  it('shows English where it has a text in place of a function, which a part would call', () => {
    const own = JSON.parse('{ "summary": { "keys": "Schlüssel" }, "search": null }')
    const strings = withEnglish(list, own)
    expect(strings.summary.keys(1)).toBe('1 key')
    expect(strings.search).toBe(list.search)
  })

  it('tells its author once what is missing, and what to do', async () => {
    const { none, ...scopes } = list.scopes
    withEnglish(list, JSON.parse(JSON.stringify({ ...list, scopes })))
    expect(none).toBe('None')
    await Promise.resolve()
    expect(warn).toHaveBeenCalledOnce()
    expect(warn).toHaveBeenCalledWith(expect.stringMatching(/^Latchkey: your strings lack .*scopes\.none/))
  })
})

it('A whole catalogue stays as it is, and nobody is warned', async () => {
  expect(withEnglish(dialogs, { ...list, ...dialogs })).toEqual({ ...list, ...dialogs })
  await Promise.resolve()
  expect(warn).not.toHaveBeenCalled()
})
