import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { seeds } from 'latchkey/msw'
import { expect, waitFor } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { watchShifts } from '../play/watch-shifts.ts'
import { userCode } from '../user-code.ts'

/** A page of a hundred keys. Rows out of sight are not drawn, and nobody who looks notices. */
const meta = {
  title: 'List/Hundred rows',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23', pageSize: 100 },
  parameters: {
    backend: { seed: seeds.many(100) },
    controls: { disable: true },
    ...userCode('<ApiKeyManager baseUrl="/api/keys" pageSize={100} />'),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

async function allRows({ canvasElement }: Pick<StoryContext, 'canvasElement'>, count = 100) {
  const rows = () => [...canvasElement.querySelectorAll<HTMLTableRowElement>('tr[data-key-id]')]
  await waitFor(() => expect(rows()).toHaveLength(count))
  return rows()
}

const shared = '[role=menu], [role=dialog], [role=alertdialog], [role=tooltip], [popover]'

/** One menu, one tooltip and one set of dialogs for all of them. */
export const OneMenuForAll: Story = {
  play: async (context) => {
    const { canvas, userEvent } = context
    const rows = await allRows(context)
    await expect(document.querySelectorAll(shared).length).toBeLessThanOrEqual(2)
    for (const row of [rows[0], rows[89]]) {
      const button = row?.querySelector<HTMLElement>('[aria-haspopup=menu]')
      if (!button) throw new Error('A row has no menu.')
      await userEvent.click(button)
      await canvas.findByRole('menu')
      await expect(document.querySelectorAll('[role=menu]')).toHaveLength(1)
      await userEvent.keyboard('{Escape}')
    }
    await expect(document.querySelectorAll(shared).length).toBeLessThanOrEqual(3)
  },
}

/**
 * Of a row that is not drawn because it is out of sight, Chromium tells a screen reader nothing but that it is there: no
 * row of fifty is one.
 */
export const FiftyDrawn: Story = {
  args: { pageSize: 50 },
  play: async (context) => {
    const rows = await allRows(context, 50)
    const left = rows.filter((row) => !row.cells[0]?.checkVisibility({ contentVisibilityAuto: true }))
    await expect(left).toEqual([])
  },
}

/** Finding in the page reaches a row that was never drawn, and what gets the focus comes into sight. */
export const Reachable: Story = {
  play: async (context) => {
    const rows = await allRows(context)
    const name = rows[79]?.querySelector('bdi')?.textContent ?? ''
    await expect(rows[79]?.getBoundingClientRect().top).toBeGreaterThan(innerHeight)
    await expect(findInPage(name)).toBe(true)
    await waitFor(() => expect(isInSight(rows[79])).toBe(true))
    getSelection()?.removeAllRanges()
    const button = rows[89]?.querySelector<HTMLElement>('[aria-haspopup=menu]')
    button?.focus()
    await expect(button).toHaveFocus()
    await waitFor(() => expect(isInSight(button)).toBe(true))
    scrollTo(0, 0)
  },
}

/** To the end and back, nothing moves by itself, and the page is as long as before. */
export const ScrolledToTheEnd: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 1100 }}>
        <Story />
      </div>
    ),
  ],
  play: async (context) => {
    await allRows(context)
    const height = document.documentElement.scrollHeight
    const shifts = watchShifts()
    for (const step of [1, 2, 3, 4, 5, 6, 7, 8, 4, 0]) {
      scrollTo(0, (step / 8) * height)
      await twoFrames()
    }
    await expect(shifts()).toEqual([])
    await expect(Math.abs(document.documentElement.scrollHeight - height)).toBeLessThan(2)
  },
}

function isInSight(element: Element | null | undefined): boolean {
  if (!element) return false
  const { top, bottom } = element.getBoundingClientRect()
  return top >= 0 && bottom <= innerHeight
}

/** As the browser's own search does it; no type has it, and every browser does. */
function findInPage(text: string): boolean {
  return 'find' in window && typeof window.find === 'function' && window.find(text) === true
}

function twoFrames(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())))
}
