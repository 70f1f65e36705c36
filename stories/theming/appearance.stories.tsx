import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { createKey, openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { expectContrast } from '../play/expect-contrast.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** What one component is told of its looks: variables, density, light or dark, or no looks at all. */
const meta = {
  title: 'Theming/Appearance',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: { backend: {}, controls: { disable: true } },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** 40 pixels a row, where there is no error to tell. Its dialogs are as dense. */
export const Compact: Story = {
  args: { appearance: { density: 'compact' } },
  parameters: userCode(`<ApiKeyManager baseUrl="/api/keys" appearance={{ density: 'compact' }} />`),
  play: async (context) => {
    const row = await findRow(context.canvas, 'production-api')
    await expect(row.getBoundingClientRect().height).toBeCloseTo(40, 0)
    const form = await openCreateForm(context)
    const name = form.getByRole('textbox', { name: 'Name' })
    await expect(name.getBoundingClientRect().height).toBe(28)
    await context.userEvent.keyboard('{Escape}')
    await expectClosed()
  },
}

/** A yellow, on which white could not be read: black is found for it. Set a foreground yourself, and yours holds. */
export const PaleBrand: Story = {
  args: { appearance: { variables: { '--lk-color-primary': '#ffd400' } } },
  parameters: userCode(
    `<ApiKeyManager baseUrl="/api/keys" appearance={{ variables: { '--lk-color-primary': '#ffd400' } }} />`,
  ),
  play: async (context) => {
    const row = await findRow(context.canvas, 'production-api')
    await expectContrast(row.closest('section') ?? row)
    await openCreateForm(context)
    await expectContrast(screen.getByRole('dialog'))
    await context.userEvent.keyboard('{Escape}')
    await expectClosed()
  },
}

const corners = { '--lk-radius': '0px', '--lk-radius-control': '999px', '--lk-radius-dialog': '0px' }

/** Set around the component, as a host would: what leaves its place, such as dialogs, takes them along. */
export const VariablesAround: Story = {
  args: { theme: 'dark' },
  decorators: [
    (Story) => (
      <div style={{ ...corners, padding: 16, background: '#111', fontFamily: 'monospace' }}>
        <Story />
      </div>
    ),
  ],
  parameters: userCode(
    `
    /* <div className="settings"><ApiKeyManager baseUrl="/api/keys" theme="dark" /></div> */
    .settings {
      --lk-radius: 0px;
      --lk-radius-control: 999px;
      --lk-radius-dialog: 0px;
    }
  `,
    'css',
  ),
  play: async (context) => {
    await openCreateForm(context)
    const dialog = screen.getByRole('dialog')
    const styleOf = (element: Element) => getComputedStyle(element)
    await expect(styleOf(dialog).borderTopLeftRadius).toBe('0px')
    await expect(styleOf(within(dialog).getByRole('textbox', { name: 'Name' })).borderTopLeftRadius).toBe(
      '999px',
    )
    await expect(styleOf(dialog).fontFamily).toBe('monospace')
    await expect(styleOf(dialog).colorScheme).toBe('dark')
    await context.userEvent.keyboard('{Escape}')
    await expectClosed()
  },
}

/**
 * Not one `lk-*` class, in dialogs and tooltips neither. Roles, names, `data-*` attributes and behaviour stay, and so
 * do the classes that you give. Words that are only to be heard stay out of sight.
 */
export const Unstyled: Story = {
  args: { appearance: { unstyled: true }, classNames: { row: 'story-row' } },
  parameters: {
    // Without styles there are no targets of 24 pixels and no colours of ours to judge.
    a11y: { config: { rules: [{ id: 'target-size', enabled: false }] } },
    ...userCode(`
      <ApiKeyManager baseUrl="/api/keys" appearance={{ unstyled: true }} classNames={{ row: 'my-row' }} />
    `),
  },
  play: withClipboard(async (context) => {
    const { canvas, canvasElement, userEvent } = context
    const own = () => [...document.querySelectorAll('[class*="lk-"]')].map(({ className }) => className)
    const row = await findRow(canvas, 'production-api')
    await expect(own()).toEqual([])
    await expect(row).toHaveClass('story-row')
    await expect(row).toHaveAttribute('data-status', 'active')
    await expect(row).toHaveTextContent('…')
    const caption = canvasElement.querySelector('caption') ?? row
    await expect(getComputedStyle(caption).clipPath).toBe('inset(50%)')

    const button = within(row).getByRole('button', { name: 'Actions for production-api' })
    await userEvent.click(button)
    const menu = await canvas.findByRole('menu')
    await expect(own()).toEqual([])
    const gap = menu.getBoundingClientRect().top - button.getBoundingClientRect().bottom
    await expect(Math.abs(gap)).toBeLessThan(menu.offsetHeight + 60)
    await userEvent.click(within(menu).getByRole('menuitem', { name: 'Revoke…' }))
    await screen.findByRole('alertdialog')
    await expect(own()).toEqual([])
    await userEvent.keyboard('{Escape}')
    await expectClosed()
    await waitFor(() => expect(button).toHaveFocus())

    const secret = await createKey(context, 'bare')
    await expect(own()).toEqual([])
    const copy = secret.getByRole('button', { name: 'Copy' })
    await expect(copy.innerText.trim()).toBe('Copy')
    await userEvent.click(copy)
    await userEvent.click(secret.getByRole('button', { name: 'Done' }))
    await expectClosed()
    await expect(await findRow(canvas, 'bare')).toHaveAttribute('data-fresh')
  }),
}
