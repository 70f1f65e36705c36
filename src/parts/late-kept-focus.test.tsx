import { render, screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { FocusableRows } from './focusable-rows.conformance.js'
import { Root } from './root.js'

const network = vi.hoisted(() => ({ isDown: true }))

vi.mock('./keep-focus.js', (load) => {
  if (network.isDown) throw new Error('no network')
  return load()
})

it('What keeps the focus and did not come is fetched again by the next focus', async () => {
  const rows = (names: readonly string[]) => (
    <Root>
      <FocusableRows names={names} />
    </Root>
  )
  const { rerender } = render(rows(['one', 'two']))
  await vi.dynamicImportSettled()
  network.isDown = false
  screen.getByRole('button', { name: 'one' }).focus()
  await vi.dynamicImportSettled()
  rerender(rows(['two']))
  await waitFor(() => expect(screen.getByRole('button', { name: 'two' })).toHaveFocus())
})
