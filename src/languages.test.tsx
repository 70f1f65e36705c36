import { QueryClient } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../mocks/index.js'
import { ApiKeyManager, type ApiKeyManagerProps, createFetchClient } from './index.js'
import { ar } from './locales/ar.js'
import { de } from './locales/de.js'

it('One prop is enough: words, dates, language and direction, in the dialogs as well', async () => {
  const { user } = show({ strings: ar })
  const section = await screen.findByRole('region', { name: ar.title })
  expect(section).toHaveAttribute('lang', 'ar')
  expect(section).toHaveAttribute('dir', 'rtl')

  await user.click(await screen.findByRole('button', { name: ar.createKey }))
  const dialog = await screen.findByRole('dialog', { name: ar.create.title })
  expect(dialog.closest('[lang]')).toHaveAttribute('lang', 'ar')
  expect(dialog.closest('[dir]')).toHaveAttribute('dir', 'rtl')
  expect(within(dialog).getByText(/فبراير 2027/)).toBeVisible()
})

it('A locale of its own writes the dates of another region, and the words stay', async () => {
  show({ strings: de, locale: 'de-AT' })
  const section = await screen.findByRole('region', { name: 'API-Schlüssel' })
  expect(await within(section).findByText(/25\.08\.2026|25\.8\.2026/)).toBeVisible()
})

it('A locale from a profile brings no page down: read as it was meant, or the one of the words', async () => {
  const { rerender } = show({ strings: de, locale: 'de_AT' })
  const section = await screen.findByRole('region', { name: 'API-Schlüssel' })
  expect(await within(section).findByText(/25\.08\.2026|25\.8\.2026/)).toBeVisible()

  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  rerender({ strings: { ...de, locale: 'de_DE' }, locale: 'not a locale!' })
  expect(section).toHaveAttribute('lang', 'de-DE')
  expect(within(section).getByText(/25\.08\.2026|25\.8\.2026/)).toBeVisible()
  rerender({ strings: { ...de, locale: '' }, locale: 'not a locale!', timeZone: 'Mars/Olympus' })
  expect(section).toHaveAttribute('lang', 'en')
  expect(within(section).getByText(/Aug 25, 2026/)).toBeVisible()
  expect(warn.mock.calls.map(([said]) => String(said).slice(0, 35))).toEqual([
    'Latchkey: "not a locale!" is no loc',
    'Latchkey: "" is no locale. Dates an',
    'Latchkey: "Mars/Olympus" is no time',
  ])
  warn.mockRestore()
})

it('Without a language the component speaks English, and takes the direction of the page', async () => {
  show({})
  const section = await screen.findByRole('region', { name: 'API keys' })
  expect(section).toHaveAttribute('lang', 'en')
  expect(section).not.toHaveAttribute('dir')
})

it('What the host says of language and direction comes first', async () => {
  show({ strings: ar, lang: 'ar-EG', dir: 'auto' })
  const section = await screen.findByRole('region', { name: ar.title })
  expect(section).toHaveAttribute('lang', 'ar-EG')
  expect(section).toHaveAttribute('dir', 'auto')
})

type Said = Pick<ApiKeyManagerProps, 'strings' | 'locale' | 'lang' | 'dir' | 'timeZone'>

function show(said: Said) {
  const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  const queryClient = new QueryClient()
  const manager = (props: Said) => (
    <ApiKeyManager timeZone="UTC" {...props} client={client} queryClient={queryClient} now={() => mockNow} />
  )
  const { rerender } = render(manager(said))
  return { user: userEvent.setup(), rerender: (props: Said) => rerender(manager(props)) }
}
