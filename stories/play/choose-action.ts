import type { StoryContext } from '@storybook/react-vite'
import { within } from 'storybook/test'
import { findRow } from './find-row.ts'

/** Opens the menu of the key with this name and chooses an entry. */
export async function chooseAction(
  { canvas, userEvent }: Pick<StoryContext, 'canvas' | 'userEvent'>,
  name: string,
  entry: string | RegExp,
): Promise<void> {
  const row = within(await findRow(canvas, name))
  await userEvent.click(row.getByRole('button', { name: `Actions for ${name}` }))
  await userEvent.click(await canvas.findByRole('menuitem', { name: entry }))
}
