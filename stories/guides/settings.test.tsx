import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ApiKeyManager } from 'latchkey'
import { createMockBackend, createMockHandlers, registerBackend, seeds } from 'latchkey/msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

const backend = createMockBackend({ seed: seeds.one })
const baseUrl = registerBackend('settings', backend)
const server = setupServer(...createMockHandlers())

beforeAll(() => server.listen())
beforeEach(() => backend.reset())
afterAll(() => server.close())

test('A key that was created opens the API until it is revoked', async () => {
  const user = userEvent.setup()
  render(<ApiKeyManager baseUrl={baseUrl} />)

  await user.click(await screen.findByRole('button', { name: 'Create key' }))
  const dialog = within(await screen.findByRole('dialog'))
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'nightly-export')
  await user.click(dialog.getByRole('button', { name: 'Create key' }))

  const step = within(await screen.findByRole('dialog', { name: 'Save your key' }))
  await user.click(step.getByRole('button', { name: 'Copy and close' }))
  const secret = await navigator.clipboard.readText()
  expect(await whoami(secret)).toBe(200)

  const key = await screen.findByRole('row', { name: /^nightly-export/ })
  await user.click(within(key).getByRole('button', { name: /nightly-export/ }))
  await user.click(await screen.findByRole('menuitem', { name: 'Revoke…' }))
  await user.click(await screen.findByRole('button', { name: 'Revoke key' }))
  expect(await within(key).findByText('Revoked')).toBeVisible()
  expect(await whoami(secret)).toBe(401)
})

test('The page says so when the server is down, and one click brings the keys back', async () => {
  backend.setFaults({ status: { list: 500 } })
  render(<ApiKeyManager baseUrl={baseUrl} />)
  await screen.findByRole('heading', { name: 'Keys could not be loaded' }, { timeout: 10_000 })

  backend.setFaults({})
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('row', { name: /^production-api/ })).toBeVisible()
})

/** What a request with this key comes to: your own routes, protected by the same rules. */
async function whoami(secret: string): Promise<number> {
  const headers = { Authorization: `Bearer ${secret}` }
  const { status } = await backend.fetch(new Request('http://localhost/api/whoami', { headers }))
  return status
}
