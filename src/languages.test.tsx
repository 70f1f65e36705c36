import { QueryClient } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
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

function show(props: Pick<ApiKeyManagerProps, 'strings' | 'locale' | 'lang' | 'dir'>) {
  const backend = createMockBackend({ seed: seeds.everyStatus, now: mockNow })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  render(
    <ApiKeyManager
      {...props}
      client={client}
      queryClient={new QueryClient()}
      now={() => mockNow}
      timeZone="UTC"
    />,
  )
  return { user: userEvent.setup() }
}
