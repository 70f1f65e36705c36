import { render, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { CreateButton } from './create-button.js'
import { Dialog } from './dialog.js'
import { Root } from './root.js'

function Page({ open }: { open: boolean }) {
  return (
    <Root>
      <CreateButton>Create key</CreateButton>
      <Dialog open={open} onClose={() => {}} title="Rename" kind="rename" closeLabel="Close">
        <button type="button">Save</button>
      </Dialog>
    </Root>
  )
}

it('a dialog that nothing with the focus opened, as in Safari, leaves the focus near and not lost', async () => {
  const { rerender } = render(<Page open={false} />)
  expect(document.body).toHaveFocus()
  rerender(<Page open />)
  await waitFor(() => expect(document.body).not.toHaveFocus())
  rerender(<Page open={false} />)
  await waitFor(() => expect(screen.getByRole('button', { name: 'Create key' })).toHaveFocus())
})
