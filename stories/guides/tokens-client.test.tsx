import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { ApiKeyManager } from 'latchkey'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { tokensClient } from './tokens-client.ts'

const tokens = [
  { id: 'tok12345', label: 'first', lastFour: '9abc', createdAt: '2026-11-01T10:00:00Z', revokedAt: '' },
].map((token) => ({ ...token, revokedAt: token.revokedAt || null }))

beforeEach(() => vi.stubGlobal('fetch', serve))
afterEach(() => vi.unstubAllGlobals())

test('The client that the guide writes by hand lists, creates and revokes, and offers nothing else', async () => {
  render(<ApiKeyManager client={tokensClient} />)
  const row = await screen.findByRole('row', { name: /^first/ })
  await userEvent.click(within(row).getByRole('button', { name: /first/ }))
  expect(await screen.findByRole('menuitem', { name: /Revoke/ })).toBeVisible()
  expect(screen.queryByRole('menuitem', { name: /Rotate|Rename|Disable/ })).toBeNull()
  await userEvent.keyboard('{Escape}')

  const { key, secret } = await tokensClient.create({ name: 'second' })
  expect([key.name, secret]).toEqual(['second', 'tok_value'])
  await tokensClient.revoke?.(key.id, {})
  const { keys, counts } = await tokensClient.list({ status: ['revoked'] })
  expect(keys.map(({ name }) => name)).toEqual(['second'])
  expect(counts).toMatchObject({ active: 1, revoked: 1, total: 2 })
})

test('What the server refuses arrives with the code that has words', async () => {
  await expect(tokensClient.create({ name: 'first' })).rejects.toMatchObject({ code: 'name_taken' })
})

/** The backend that the guide imagines. */
async function serve(address: string, init: RequestInit = {}): Promise<Response> {
  const id = /\/v1\/tokens\/(.+)/.exec(address)?.[1]
  if (init.method === 'DELETE') {
    const token = tokens.find((each) => each.id === id)
    if (!token) return new Response(null, { status: 404 })
    token.revokedAt = '2026-11-02T10:00:00Z'
    return Response.json(token)
  }
  if (init.method !== 'POST') return Response.json(tokens)
  const { label } = JSON.parse(String(init.body))
  if (tokens.some((token) => token.label === label)) return new Response(null, { status: 409 })
  const token = {
    id: 'tok67890',
    label,
    lastFour: '7xyz',
    createdAt: '2026-11-02T09:00:00Z',
    revokedAt: null,
  }
  tokens.push(token)
  return Response.json({ token, value: 'tok_value' })
}
