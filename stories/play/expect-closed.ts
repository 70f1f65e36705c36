import { expect, screen, waitFor } from 'storybook/test'

/** No dialog is left, and the page behind can be used again. */
export async function expectClosed(): Promise<void> {
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByRole('alertdialog')).toBeNull()
  })
  await waitFor(() => expect(document.body.style.pointerEvents).not.toBe('none'))
}
