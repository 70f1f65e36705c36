import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager, type ApiKeyManagerProps } from 'latchkey'
import { type ReactNode, useState } from 'react'
import { createPortal } from 'react-dom'
import { expect, fireEvent, waitFor, within } from 'storybook/test'
import { sheets } from '../../.storybook/hosts/index.ts'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { findRow } from '../play/find-row.ts'
import { realKeys } from '../play/real-keys.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'

/** As one element that hides its insides, such as a part of a micro front end. */
const meta = {
  title: 'Host environments/Shadow root',
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

/**
 * What is in a shadow root stays there, dialogs and tooltips as well, because that is where their styles are. A dialog
 * takes the focus and keeps it as elsewhere, and all else in there is out of reach meanwhile; only whoever comes back to
 * the page from the browser's own bars begins in the page around it.
 */
export const InAShadowRoot: Story = {
  // A component that others see as one element, as in a micro front end.
  render: (args) => (
    <ShadowRoot>
      <ApiKeyManager {...(args as ApiKeyManagerProps)} />
    </ShadowRoot>
  ),
  parameters: userCode(`
    import { ApiKeyManager } from 'latchkey'
    import styles from 'latchkey/styles.css?inline'
    import { createRoot } from 'react-dom/client'

    const host = document.body.appendChild(document.createElement('div'))
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(styles)
    const shadow = host.attachShadow({ mode: 'open' })
    shadow.adoptedStyleSheets = [sheet]
    createRoot(shadow).render(<ApiKeyManager baseUrl="/api/keys" />)
  `),
  play: withClipboard(async ({ canvasElement, userEvent }) => {
    const shadow = await waitFor(() => {
      const found = canvasElement.querySelector('[data-shadow]')?.shadowRoot
      if (!found?.querySelector('section')) throw new Error('Not there yet.')
      return found
    })
    const inside = within(shadow as unknown as HTMLElement)
    const create = await inside.findByRole('button', { name: 'Create key' })
    await expect(getComputedStyle(create).borderTopLeftRadius).toBe('6px')

    const row = await findRow(inside, 'production-api')
    const used = row.querySelector('[data-tip="lastUsed"]') ?? row
    await userEvent.hover(used)
    await waitFor(() => expect(shadow.querySelector('.lk-tooltip')).not.toBeNull())
    await userEvent.unhover(used)

    const menuButton = within(row).getByRole('button', { name: /^Actions/ })
    await userEvent.click(menuButton)
    await userEvent.click(await inside.findByRole('menuitem', { name: 'Rename…' }))
    const rename = await inside.findByRole('dialog')
    await waitFor(() => expect(shadow.activeElement?.tagName).toBe('INPUT'))
    await expect(getComputedStyle(rename).borderTopLeftRadius).toBe('12px')
    // Out of reach for everybody, as around a dialog elsewhere; what speaks goes on speaking.
    await expect(create.closest('[inert]')).not.toBeNull()
    await expect(rename.closest('[inert]')).toBeNull()
    await expect(inside.getByRole('status').closest('[inert]')).toBeNull()
    await userEvent.keyboard('{Escape}')
    await waitFor(() => expect(inside.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(shadow.activeElement).toBe(menuButton))
    await expect(shadow.querySelector('[inert]')).toBeNull()

    const keys = await realKeys()
    if (keys) {
      create.focus()
      await keys.press('Enter')
      const form = await inside.findByRole('dialog')
      const name = within(form).getByRole('textbox', { name: 'Name' })
      await waitFor(() => expect(shadow.activeElement).toBe(name))
      await keys.type('in-the-shadow')
      await expect(name).toHaveValue('in-the-shadow')
      for (const key of ['Tab', 'Shift+Tab'] as const) {
        for (let presses = 0; presses < 20; presses += 1) {
          await keys.press(key)
          await expect(form.contains(shadow.activeElement)).toBe(true)
        }
      }
      await expect(shadow.activeElement).toBe(name)
      await keys.press('Enter')
    } else {
      await userEvent.click(create)
      const form = within(await inside.findByRole('dialog'))
      // user-event types into what the document calls active, which is the host.
      fireEvent.input(form.getByRole('textbox', { name: 'Name' }), { target: { value: 'in-the-shadow' } })
      await userEvent.click(form.getByRole('button', { name: 'Create key' }))
    }
    await userEvent.click(await inside.findByRole('button', { name: 'Copy' }))
    await userEvent.click(await inside.findByRole('button', { name: 'Done' }))
    await waitFor(() => expect(inside.queryByRole('dialog')).toBeNull())
    await expect(await findRow(inside, 'in-the-shadow')).toHaveAttribute('data-fresh')
    await expect(document.querySelector('body > [data-lk-portal]')).toBeNull()
  }),
}

function ShadowRoot({ children }: { children: ReactNode }) {
  const [shadow, setShadow] = useState<ShadowRoot | null>(null)
  const open = (host: HTMLDivElement | null) => {
    if (!host || host.shadowRoot) return
    const root = host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(sheets.layered)
    root.adoptedStyleSheets = [sheet]
    setShadow(root)
  }
  return (
    <div ref={open} data-shadow="">
      {shadow ? createPortal(children, shadow) : null}
    </div>
  )
}
