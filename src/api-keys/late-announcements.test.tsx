import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { createMockBackend, mockNow, seeds } from '../../mocks/index.js'
import { createFetchClient } from '../client/index.js'
import * as ApiKeys from './index.js'

const network = vi.hoisted(() => ({ isDown: true }))

vi.mock('./announcements.js', (load) => {
  if (network.isDown) throw new Error('no network')
  return load()
})

it('What is only heard and did not come is fetched again with the next answer, and says what that brought', async () => {
  const backend = createMockBackend({ now: mockNow, seed: seeds.many(3) })
  const client = createFetchClient({
    baseUrl: backend.basePath,
    fetch: (url, init) => backend.fetch(new Request(new URL(String(url), 'http://localhost'), init)),
  })
  render(
    <ApiKeys.Root client={client} now={() => mockNow} searchDelayMs={0}>
      <ApiKeys.Search />
      <ApiKeys.List />
    </ApiKeys.Root>,
  )
  await screen.findAllByRole('button', { name: /^Actions for/ })
  await act(() => vi.dynamicImportSettled())
  expect(screen.getByRole('status')).toBeEmptyDOMElement()
  network.isDown = false
  await userEvent.type(screen.getByRole('searchbox'), 'nothing is called like this')
  await vi.waitFor(() => expect(screen.getByRole('status')).toHaveTextContent('0 results'))
})
