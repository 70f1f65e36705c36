import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, screen, within } from 'storybook/test'
import { wearing, wornNow } from '../../.storybook/hosts/wearing.ts'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'
import { expectSameLooks } from './expect-same-looks.ts'

/**
 * Beside the style sheets that applications have. Each compares what is drawn with the host’s sheet and without it:
 * the list, its menu, a form and a question look the same.
 */
const meta = {
  title: 'Host environments/Style sheets',
  component: ApiKeyManager,
  // As these hosts are.
  globals: { scheme: 'light', hostCss: 'none' },
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    // A page of its own: a host’s sheet means the whole page.
    docs: { story: { inline: false, iframeHeight: 640 } },
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** The list, a menu, a form and a question. */
async function looksTheSame(context: Pick<StoryContext, 'canvas' | 'userEvent'>) {
  const { canvas, userEvent } = context
  const worn = wornNow()
  const row = await findRow(canvas, 'production-api')
  await expectSameLooks(row.closest('section') ?? row, worn)
  await userEvent.click(within(row).getByRole('button', { name: 'Actions for production-api' }))
  const menu = await canvas.findByRole('menu')
  await expectSameLooks(menu, worn)
  await userEvent.click(within(menu).getByRole('menuitem', { name: 'Revoke…' }))
  await expectSameLooks(await screen.findByRole('alertdialog'), worn)
  await userEvent.keyboard('{Escape}')
  await expectClosed()
  const form = await openCreateForm(context)
  await userEvent.click(form.getByRole('radio', { name: 'Restricted' }))
  await userEvent.click(form.getByRole('button', { name: 'Create key' }))
  await expectSameLooks(screen.getByRole('dialog'), worn)
  await userEvent.keyboard('{Escape}')
  await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
  await expectClosed()
}

const utilities = { classNames: { createButton: 'bg-red-500 p-10', keyName: 'uppercase' } }

/** That classes of the host’s won over our own. */
async function utilitiesWin({ canvas }: Pick<StoryContext, 'canvas'>) {
  const create = await canvas.findByRole('button', { name: 'Create key' })
  await expect(getComputedStyle(create).backgroundColor).toBe('oklch(0.637 0.237 25.331)')
  await expect(getComputedStyle(create).paddingTop).toBe('40px')
  const name = within(await findRow(canvas, 'production-api')).getByText('production-api')
  await expect(getComputedStyle(name).textTransform).toBe('uppercase')
}

/** Tailwind 4 first, then ours. */
export const TailwindBefore: Story = {
  ...wearing('tailwind4', 'layered'),
  parameters: userCode(`
    @import "tailwindcss";
    @import "latchkey/styles.css";
  `),
  play: looksTheSame,
}

/** Ours first: the order of the layers, its first line, keeps Tailwind’s reset below it. */
export const TailwindAfter: Story = {
  ...wearing('layered', 'tailwind4'),
  parameters: userCode(`
    @import "latchkey/styles.css";
    @import "tailwindcss";
  `),
  play: looksTheSame,
}

/** Utilities in \`classNames\` win, with Tailwind before ours … */
export const UtilitiesBefore: Story = {
  ...wearing('tailwind4', 'layered'),
  args: utilities,
  tags: ['!autodocs'],
  parameters: { a11y: { test: 'off' } },
  play: utilitiesWin,
}

/** … and after. */
export const UtilitiesAfter: Story = {
  ...wearing('layered', 'tailwind4'),
  args: utilities,
  parameters: {
    // The host’s own red, under the host’s own responsibility.
    a11y: { test: 'off' },
    ...userCode(`
      <ApiKeyManager
        baseUrl="/api/keys"
        classNames={{ createButton: 'bg-red-500 p-10', keyName: 'uppercase' }}
      />
    `),
  },
  play: utilitiesWin,
}

/** Tailwind 3 has no layers of the browser’s: its reset would win over ours. The sheet without layers wins over it … */
export const Tailwind3Before: Story = {
  ...wearing('tailwind3', 'unlayered'),
  tags: ['!autodocs'],
  play: looksTheSame,
}

/** … and in the other order as well. */
export const Tailwind3After: Story = {
  ...wearing('unlayered', 'tailwind3'),
  parameters: userCode(`import 'latchkey/styles.unlayered.css'`),
  play: looksTheSame,
}

/** Bootstrap’s Reboot, outside every layer as well. */
export const Bootstrap: Story = {
  ...wearing('unlayered', 'bootstrap'),
  parameters: userCode(`
    import 'latchkey/styles.unlayered.css'
    import 'bootstrap/dist/css/bootstrap.css'
  `),
  play: looksTheSame,
}

/** An application with rules of its own for \`button\`, \`.content button\`, \`input\`, \`h2\` and tables. */
export const OwnElementRules: Story = {
  ...wearing('unlayered', 'buttons'),
  decorators: [
    (Story) => (
      <div className="content">
        <Story />
      </div>
    ),
  ],
  parameters: userCode(`import 'latchkey/styles.unlayered.css'`),
  play: looksTheSame,
}

/** A reset that means every element. What we do not set ourselves, nobody can keep from it; what is drawn stays. */
export const Hostile: Story = {
  ...wearing('unlayered', 'hostile'),
  parameters: userCode(`import 'latchkey/styles.unlayered.css'`),
  play: looksTheSame,
}
