import * as RadixDialog from '@radix-ui/react-dialog'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, fn, screen, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { untilStill } from '../../.storybook/until-still.ts'
import { chooseAction } from '../play/choose-action.ts'
import { createKey, openCreateForm } from '../play/create-key.ts'
import { expectClosed } from '../play/expect-closed.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** In the places where applications put it: forms, dialogs, drawers, beneath everything else. */
const meta = {
  title: 'Host environments/Places',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    docs: { story: { inline: false, iframeHeight: 640 } },
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** However wide its place is: a key is told by its name, its last characters and its date, and none is cut. Columns leave before. */
export const InEveryWidth: Story = {
  decorators: [
    (Story) => (
      <div data-testid="place" style={{ resize: 'horizontal', overflow: 'auto', inlineSize: 840 }}>
        <Story />
      </div>
    ),
  ],
  parameters: userCode('<ApiKeyManager baseUrl="/api/keys" />'),
  play: async ({ canvas, canvasElement }) => {
    await findRow(canvas, 'production-api')
    const place = canvas.getByTestId('place')
    const texts = canvasElement.querySelectorAll('.lk-keyName, .lk-keyMeta, .lk-keyEnd, .lk-badge')
    await expect(texts.length).toBeGreaterThan(16)
    for (const width of [320, 577, 588, 640, 700, 769, 790, 832, 840, 900, 961, 1024, 1105, 1280]) {
      place.style.inlineSize = `${width}px`
      const cut = [...texts].filter(
        (text) =>
          text.clientWidth > 0 &&
          (text.scrollWidth > text.clientWidth || text.scrollHeight > text.clientHeight + 1),
      )
      await expect([width, cut.map((text) => text.textContent)]).toEqual([width, []])
    }
    place.style.inlineSize = '840px'
  },
}

const submitted = fn()

/** Enter and the buttons of our dialogs are ours: a form of the host’s around us is never sent by them. */
export const InAForm: Story = {
  beforeEach: () => {
    submitted.mockClear()
  },
  decorators: [
    (Story) => (
      <form
        aria-label="Settings"
        onSubmit={(event) => {
          event.preventDefault()
          submitted()
        }}
      >
        <Story />
        <p>
          <button type="submit">Save settings</button>
        </p>
      </form>
    ),
  ],
  parameters: userCode(`
    <form onSubmit={save}>
      <ApiKeyManager baseUrl="/api/keys" />
      <button>Save settings</button>
    </form>
  `),
  play: withClipboard(async (context) => {
    const { canvas, userEvent } = context
    const secret = await createKey(context, 'in-a-form')
    await userEvent.click(secret.getByRole('button', { name: 'Copy' }))
    await userEvent.click(secret.getByRole('button', { name: 'Done' }))
    await expectClosed()
    await userEvent.type(canvas.getByRole('searchbox'), 'prod{Enter}')
    await userEvent.clear(canvas.getByRole('searchbox'))
    await chooseAction(context, 'production-api', 'Rename…')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.type(dialog.getByRole('textbox'), '-2{Enter}')
    await expectClosed()
    await expect(await findRow(canvas, 'production-api-2')).toBeVisible()
    await expect(submitted).not.toHaveBeenCalled()
    await userEvent.click(canvas.getByRole('button', { name: 'Save settings' }))
    await expect(submitted).toHaveBeenCalledOnce()
  }),
}

/** A dialog of the host’s around it. Escape closes ours first; the host’s stays until it is its turn. */
export const InADialog: Story = {
  render: (args) => (
    <RadixDialog.Root>
      <RadixDialog.Trigger>Developer settings</RadixDialog.Trigger>
      <RadixDialog.Portal>
        <RadixDialog.Overlay style={{ position: 'fixed', inset: 0, background: '#0008' }} />
        <RadixDialog.Content aria-describedby={undefined} style={sheetStyle}>
          <RadixDialog.Title>Developer settings</RadixDialog.Title>
          <ApiKeyManager {...args} headingLevel={3} />
          <RadixDialog.Close>Close settings</RadixDialog.Close>
        </RadixDialog.Content>
      </RadixDialog.Portal>
    </RadixDialog.Root>
  ),
  parameters: userCode(`
    import * as Dialog from '@radix-ui/react-dialog'
    import { ApiKeyManager } from 'latchkey'

    <Dialog.Content>
      <ApiKeyManager baseUrl="/api/keys" headingLevel={3} />
    </Dialog.Content>
  `),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Developer settings' }))
    const host = await screen.findByRole('dialog', { name: 'Developer settings' })
    const inHost = within(host)
    const menuButton = within(await findRow(inHost, 'production-api')).getByRole('button', {
      name: /^Actions/,
    })

    await userEvent.click(menuButton)
    await inHost.findByRole('menu')
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(inHost.queryByRole('menu')).toBeNull())
    await expect(host).toBeVisible()
    await expect(menuButton).toHaveFocus()

    await userEvent.click(inHost.getByRole('button', { name: 'Create key' }))
    const form = within(await screen.findByRole('dialog', { name: 'Create API key' }))
    await waitFor(() => expect(form.getByRole('textbox', { name: 'Name' })).toHaveFocus())
    await userEvent.type(form.getByRole('textbox', { name: 'Name' }), 'inner')
    await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('inner')
    await userEvent.keyboard('{Escape}')
    await userEvent.click(await screen.findByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Create API key' })).toBeNull())
    await expect(host).toBeVisible()

    await userEvent.click(inHost.getByRole('button', { name: 'Create key' }))
    await screen.findByRole('dialog', { name: 'Create API key' })
    await userEvent.click(document.querySelector('[data-lk-portal]') ?? document.body)
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Create API key' })).toBeNull())
    await expect(host).toBeVisible()
    await waitFor(() => expect(inHost.getByRole('button', { name: 'Create key' })).toHaveFocus())

    await userEvent.keyboard('{Escape}')
    await expectClosed()
  },
}

const sheetStyle = {
  position: 'fixed',
  inset: '4%',
  overflow: 'auto',
  padding: 24,
  background: 'Canvas',
  color: 'CanvasText',
} as const

/** 320 pixels, transformed and clipped. Menu and dialogs come out of it, and lie where they belong. */
export const InADrawer: Story = {
  decorators: [
    (Story) => (
      <div style={drawerStyle}>
        <Story />
      </div>
    ),
  ],
  parameters: userCode(`
    <div style={{ width: 320, transform: 'translateX(0)', overflow: 'hidden' }}>
      <ApiKeyManager baseUrl="/api/keys" />
    </div>
  `),
  play: async (context) => {
    const { canvas, userEvent } = context
    const row = await findRow(canvas, 'production-api')
    const drawer = row.closest('section')?.parentElement ?? row
    await expect(drawer.scrollWidth).toBeLessThanOrEqual(drawer.clientWidth)
    const button = within(row).getByRole('button', { name: /^Actions/ })
    await userEvent.click(button)
    const menu = await canvas.findByRole('menu')
    await untilStill()
    await expect(menu.getBoundingClientRect().top - button.getBoundingClientRect().bottom).toBeCloseTo(4, 0)
    await expectOnTop(within(menu).getByRole('menuitem', { name: 'Rename…' }))
    await userEvent.keyboard('{Escape}')
    await openCreateForm(context)
    await untilStill()
    await expect(document.querySelector('[data-lk-portal]')?.getBoundingClientRect().width).toBe(innerWidth)
    await expectOnTop(screen.getByRole('textbox', { name: 'Name' }))
    await userEvent.keyboard('{Escape}')
    await expectClosed()
  },
}

const drawerStyle = {
  inlineSize: 320,
  blockSize: 560,
  overflowX: 'hidden',
  overflowY: 'auto',
  transform: 'translateX(0)',
  contain: 'paint',
} as const

/** A header of the host’s at 9999 and a chat bubble at 2147483000. One variable puts our dialogs above them. */
export const ZIndexWar: Story = {
  decorators: [
    (Story) => (
      <>
        <div style={{ position: 'sticky', top: 0, zIndex: 9999, padding: 12, background: 'Canvas' }}>
          The host’s header
        </div>
        <Story />
      </>
    ),
  ],
  args: { appearance: { variables: { '--lk-z-dialog': '10000', '--lk-z-popover': '10001' } } },
  parameters: userCode(`
    <ApiKeyManager
      baseUrl="/api/keys"
      appearance={{ variables: { '--lk-z-dialog': '10000', '--lk-z-popover': '10001' } }}
    />
  `),
  play: async (context) => {
    const { canvas, userEvent } = context
    await openCreateForm(context)
    await untilStill()
    const header = canvas.getByText('The host’s header')
    const { left, top } = header.getBoundingClientRect()
    await expect(document.elementFromPoint(left + 5, top + 5)?.closest('[data-lk-portal]')).not.toBeNull()
    await userEvent.keyboard('{Escape}')
    await expectClosed()
    await chooseMenuOver(context, header)
  },
}

/** The menu is in the browser’s top layer: nothing is above it, whatever its number. */
async function chooseMenuOver(
  { canvas, userEvent }: Pick<Parameters<NonNullable<Story['play']>>[0], 'canvas' | 'userEvent'>,
  header: HTMLElement,
) {
  const row = await findRow(canvas, 'production-api')
  await userEvent.click(within(row).getByRole('button', { name: /^Actions/ }))
  const entry = await canvas.findByRole('menuitem', { name: 'Rename…' })
  await untilStill()
  header.style.blockSize = '900px'
  await expectOnTop(entry)
  header.style.blockSize = ''
  await userEvent.keyboard('{Escape}')
}

async function expectOnTop(element: HTMLElement): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect()
  const seen = document.elementFromPoint(left + width / 2, top + height / 2)
  await expect(element.contains(seen)).toBe(true)
}
