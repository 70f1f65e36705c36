import type { StoryContext } from '@storybook/react-vite'
import { expect } from 'storybook/test'

/** Presses Tab until this has the focus: that it can be reached is the promise, not in how many steps. */
export async function tabTo(
  { userEvent }: Pick<StoryContext, 'userEvent'>,
  element: HTMLElement,
): Promise<void> {
  for (let presses = 0; presses < 40 && document.activeElement !== element; presses += 1) {
    await userEvent.tab()
  }
  await expect(element).toHaveFocus()
}
