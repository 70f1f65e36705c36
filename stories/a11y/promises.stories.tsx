import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { chooseAction } from '../play/choose-action.ts'
import { createKey } from '../play/create-key.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** What holds for everybody, however they read, point or type. The page “Accessibility” says which test holds what. */
const meta = {
  title: 'Accessibility/Promises',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode('<ApiKeyManager baseUrl="/api/keys" />'),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** A region with a name, and headings that fit below those of the page. */
export const NameAndHeadings: Story = {
  args: { headingLevel: 4 },
  parameters: userCode('<ApiKeyManager baseUrl="/api/keys" headingLevel={4} />'),
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    await expect(canvas.getByRole('region', { name: 'API keys' })).toBeVisible()
    await expect(canvas.getByRole('heading', { level: 4, name: 'API keys' })).toBeVisible()
    await userEvent.type(canvas.getByRole('searchbox'), 'nowhere')
    await expect(await canvas.findByRole('heading', { level: 5, name: /^No keys match/ })).toBeVisible()
  },
}

/** Tab comes in once and goes out once, forward and backward, and the order is that of the eye. */
export const AmongOthers: Story = {
  decorators: [
    (Story) => (
      <>
        <p>
          <a href="#before">Before</a>
        </p>
        <Story />
        <p>
          <a href="#after">After</a>
        </p>
      </>
    ),
  ],
  play: async ({ canvas, userEvent, canvasElement }) => {
    await findRow(canvas, 'production-api')
    const root = canvasElement.querySelector('section.lk-root')
    const before = canvas.getByRole('link', { name: 'Before' })
    const after = canvas.getByRole('link', { name: 'After' })
    const walk = async (from: HTMLElement, to: HTMLElement, shift: boolean) => {
      const stops: Element[] = []
      from.focus()
      for (let presses = 0; presses < 60; presses += 1) {
        await userEvent.tab({ shift })
        if (document.activeElement === to) return stops
        if (document.activeElement) stops.push(document.activeElement)
      }
      throw new Error('Tab never came out again.')
    }
    const forward = await walk(before, after, false)
    const backward = await walk(after, before, true)
    await expect(backward.reverse()).toEqual(forward)
    await expect(forward.every((stop) => root?.contains(stop))).toBe(true)
    await expect(new Set(forward).size).toBe(forward.length)
    // Never back up: nothing lies wholly above what came before it.
    const boxes = forward.map((stop) => stop.getBoundingClientRect())
    await expect(boxes.findIndex((box, at) => box.bottom <= (boxes[at - 1]?.top ?? -1))).toBe(-1)
  },
}

/** No letter does anything by itself (WCAG 2.1.4): speech input types letters. */
export const NoShortcuts: Story = {
  play: async ({ canvas, userEvent }) => {
    const row = within(await findRow(canvas, 'production-api'))
    const button = row.getByRole('button', { name: 'Actions for production-api' })
    button.focus()
    await userEvent.keyboard('cnrdx/?.k')
    await expect(button).toHaveFocus()
    await expect(canvas.queryByRole('menu')).toBeNull()
    await expect(screen.queryByRole('dialog')).toBeNull()
    await expect(canvas.getByRole('searchbox')).toHaveValue('')
    await expect(canvas.getAllByRole('rowheader')).toHaveLength(8)
  },
}

/** The button says “Copied” in its own place: as wide as before, and with the focus. */
export const CopyKeepsItsPlace: Story = {
  play: withClipboard(async (context) => {
    const { userEvent } = context
    const dialog = await createKey(context, 'nightly-report')
    const copy = dialog.getByRole('button', { name: 'Copy' })
    const { left, width } = copy.getBoundingClientRect()
    await userEvent.click(copy)
    const copied = await dialog.findByRole('button', { name: 'Copied' })
    await expect(copied).toHaveFocus()
    await expect(copied.getBoundingClientRect()).toMatchObject({ left, width })
  }),
}

/** Neither password managers, nor translators, nor session recorders touch a secret. */
export const SecretIsLeftAlone: Story = {
  args: { revealMode: 'shown' },
  play: withClipboard(async (context) => {
    const { canvas } = context
    const search = await canvas.findByRole('searchbox')
    for (const name of ['data-1p-ignore', 'data-lpignore', 'data-bwignore']) {
      await expect(search).toHaveAttribute(name)
    }
    await expect(search).toHaveAttribute('autocomplete', 'off')
    const dialog = await createKey(context, 'nightly-report')
    const secret = dialog.getByRole('group', { name: 'API key' })
    await expect(secret).toHaveAttribute('translate', 'no')
    await expect(secret).toHaveClass('ph-no-capture')
    for (const mask of ['data-sentry-mask', 'data-dd-privacy', 'data-hj-suppress', 'data-clarity-mask']) {
      await expect(secret).toHaveAttribute(mask)
    }
  }),
}

/** What to type is written beside the field, and may be pasted (WCAG 3.3.8). */
export const ConfirmByPasting: Story = {
  play: async (context) => {
    const { userEvent } = context
    await chooseAction(context, 'production-api', 'Revoke…')
    const question = within(await screen.findByRole('alertdialog'))
    await userEvent.click(question.getByRole('textbox', { name: 'Type production-api to confirm' }))
    await userEvent.paste(' PRODUCTION-API ')
    await userEvent.click(question.getByRole('button', { name: 'Revoke key' }))
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
    await expect(await findRow(context.canvas, 'production-api')).toHaveAttribute('data-status', 'revoked')
  },
}

/** A dialog leaves its place in the page, and takes language and direction with it. */
export const DialogSpeaksTheSame: Story = {
  decorators: [
    (Story) => (
      <div lang="he" dir="rtl">
        <Story />
      </div>
    ),
  ],
  play: async (context) => {
    const { direction } = getComputedStyle(await findRow(context.canvas, 'production-api'))
    const spoken = context.canvasElement
      .querySelector('section.lk-root')
      ?.closest<HTMLElement>('[lang]')?.lang
    await chooseAction(context, 'production-api', 'Rotate…')
    const portal = (await screen.findByRole('dialog')).closest<HTMLElement>('[data-lk-portal]')
    await expect(portal?.lang).toBe(spoken)
    await expect(portal?.dir).toBe(direction)
  },
}

/** Shown by pointer and by focus, still there while the pointer is on it, gone with Escape (WCAG 1.4.13). */
export const Tooltip: Story = {
  play: async ({ canvas, userEvent }) => {
    const row = within(await findRow(canvas, 'ci-deploy'))
    const time = row.getByText('1 hr. ago')
    await userEvent.hover(time)
    const shown = await screen.findByRole('tooltip')
    const bubble = shown.closest<HTMLElement>('.lk-tooltip') ?? shown
    await userEvent.hover(bubble)
    await expect(screen.getByRole('tooltip')).toBeInTheDocument()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull())
  },
}

/** Nothing has to be dragged (WCAG 2.5.7). */
export const NothingToDrag: Story = {
  play: async ({ canvas, canvasElement }) => {
    await findRow(canvas, 'production-api')
    await expect(canvasElement.querySelector('[draggable="true"]')).toBeNull()
  },
}
