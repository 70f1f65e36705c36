import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { untilStill } from '../../.storybook/until-still.ts'
import { openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { enough, expectContrast } from '../play/expect-contrast.ts'
import { findRow } from '../play/find-row.ts'
import { focusContrast } from '../play/measure-contrast.ts'
import { userCode } from '../user-code.ts'

/**
 * Presets to import, and two themes that are nothing but variables. Of each, what is really drawn is measured: the
 * list, a menu, a dialog with a form, a warning and the focus ring.
 */
const meta = {
  title: 'Theming/Themes',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: { backend: {}, controls: { disable: true } },
  play: (context) => measure(context, enough),
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** The colours that come along. */
export const Default: Story = {
  globals: { theme: 'default' },
  parameters: userCode(`import 'latchkey/styles.css'`),
}

/** Your shadcn/ui theme, followed wherever it declares its variables. */
export const Shadcn: Story = {
  globals: { theme: 'shadcn' },
  parameters: userCode(`
    import 'latchkey/styles.css'
    import 'latchkey/themes/shadcn.css'
  `),
}

/** Your Radix theme, or Radix’ colour scales alone. What stands on the accent is found by itself. */
export const Radix: Story = {
  globals: { theme: 'radix' },
  parameters: userCode(`
    import 'latchkey/styles.css'
    import 'latchkey/themes/radix.css'
  `),
}

/** For whoever asked the device for more contrast; here it is asked for by an attribute. Text at 7 to 1 and more. */
export const HighContrast: Story = {
  globals: { theme: 'highContrast' },
  parameters: userCode(`
    import { ApiKeyManager } from 'latchkey'
    import 'latchkey/styles.css'
    import 'latchkey/themes/high-contrast.css'

    <div data-lk-contrast="more">
      <ApiKeyManager baseUrl="/api/keys" />
    </div>
  `),
  play: (context) => measure(context, { text: 7, graphics: 4.5 }),
}

/** A brand in a few variables. */
export const BrandViolet: Story = {
  globals: { theme: 'brandViolet' },
  parameters: userCode(
    `
    :root {
      --lk-color-primary: light-dark(oklch(0.5 0.24 293), oklch(0.72 0.16 293));
      --lk-color-ring: light-dark(oklch(0.55 0.24 293), oklch(0.75 0.15 293));
      --lk-radius: 0.75rem;
      --lk-radius-control: 999px;
      --lk-row-height: 3.75rem;
    }
  `,
    'css',
  ),
}

/** As far from the usual look as variables go. */
export const Terminal: Story = {
  globals: { theme: 'terminal' },
  parameters: userCode(
    `
    :root {
      --lk-font-sans: ui-monospace, monospace;
      --lk-color-background: light-dark(#f7f5ec, #0b0f0b);
      --lk-color-key-start: light-dark(#1e5c10, #5dff5d);
      --lk-radius: 0;
    }
  `,
    'css',
  ),
}

async function measure(context: Pick<StoryContext, 'canvas' | 'userEvent'>, least: typeof enough) {
  const { canvas, userEvent } = context
  const row = await findRow(canvas, 'production-api')
  await waitFor(() => expect(row.querySelector('.lk-sparkline')).not.toBeNull())
  const manager = row.closest('section') ?? row
  await expectContrast(manager, least)

  await userEvent.hover(row)
  await untilStill()
  await expectContrast(row, least)

  await userEvent.click(within(row).getByRole('button', { name: 'Actions for production-api' }))
  const menu = await canvas.findByRole('menu')
  await untilStill()
  await expectContrast(menu, least)
  await userEvent.click(within(menu).getByRole('menuitem', { name: 'Revoke…' }))
  const question = await screen.findByRole('alertdialog')
  await untilStill()
  await expectContrast(question, least)
  await userEvent.keyboard('{Escape}')
  await expectClosed()

  const form = await openCreateForm(context)
  await userEvent.click(form.getByRole('radio', { name: 'Restricted' }))
  await userEvent.click(form.getByRole('button', { name: 'Create key' }))
  await untilStill()
  await expectContrast(screen.getByRole('dialog'), least)
  await userEvent.tab()
  const { activeElement } = document
  const { what, ratio } = focusContrast(activeElement?.closest('label') ?? activeElement ?? document.body)
  await expect({ what, isSeen: ratio >= least.graphics }).toEqual({ what: 'focus ring', isSeen: true })
  await userEvent.keyboard('{Escape}')
}
