import type { StoryContext } from '@storybook/react-vite'
import { screen, within } from 'storybook/test'
import { findRow } from './find-row.ts'

type Hands = Pick<StoryContext, 'canvas' | 'userEvent'>

/** Opens the form, as soon as the list is there. */
export async function openCreateForm({ canvas, userEvent }: Hands) {
  await findRow(canvas, 'production-api')
  await userEvent.click(canvas.getByRole('button', { name: 'Create key' }))
  return within(await screen.findByRole('dialog', { name: 'Create API key' }))
}

/** Creates a key with this name, up to the step in which its secret is shown. */
export async function createKey(hands: Hands, name: string) {
  const form = await openCreateForm(hands)
  await hands.userEvent.type(form.getByRole('textbox', { name: 'Name' }), name)
  await hands.userEvent.click(form.getByRole('button', { name: 'Create key' }))
  return findSecretStep()
}

export async function findSecretStep(name = 'Save your key') {
  return within(await screen.findByRole('dialog', { name }))
}
