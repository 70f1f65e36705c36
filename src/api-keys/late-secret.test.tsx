import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { createMockBackend, mockNow } from '../../mocks/index.js'
import { createFetchClient, LatchkeyError } from '../client/index.js'
import * as ApiKeys from './index.js'
import { lateDialogs } from './late-dialogs.js'
import { useApiKeys } from './manager-context.js'

it('a secret whose dialog could not be fetched is shown when another try fetches it', async () => {
  vi.spyOn(lateDialogs, 'load').mockRejectedValueOnce(new LatchkeyError('not_loaded', ''))
  const backend = createMockBackend({ now: mockNow })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  function Nightly() {
    const { createApiKeys } = useApiKeys()
    return (
      <button type="button" onClick={() => void createApiKeys({ name: 'nightly' })}>
        Nightly
      </button>
    )
  }
  render(
    <ApiKeys.Root client={client} now={() => mockNow}>
      <Nightly />
      <ApiKeys.Dialogs />
    </ApiKeys.Root>,
  )
  await act(async () => screen.getByRole('button', { name: 'Nightly' }).click())
  const retry = await screen.findByRole('button', { name: 'Try again' })
  // “Reload the page”, as elsewhere, would be the worst advice.
  expect(retry.closest('[role=alert]')).toHaveTextContent('Reloading the page would lose the key.')
  await userEvent.click(retry)
  expect(await screen.findByRole('button', { name: 'Show key' })).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
})
