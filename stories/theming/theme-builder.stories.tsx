import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, fireEvent, waitFor, within } from 'storybook/test'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { untilStill } from '../../.storybook/until-still.ts'
import { findRow } from '../play/find-row.ts'
import { withClipboard } from '../play/with-clipboard.ts'
import { userCode } from '../user-code.ts'
import { ThemeBuilder } from './builder/theme-builder.tsx'

/**
 * Choose, look, and copy the CSS. What is really drawn is measured meanwhile, so that a theme that cannot be read is
 * told of before anybody has to read it.
 */
const meta = {
  title: 'Theming/Theme builder',
  component: ThemeBuilder,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: {
    backend: {},
    controls: { disable: true },
    ...userCode(
      `
      /* Beside latchkey/styles.css: what the builder gives. */
      :root {
        --lk-color-primary: light-dark(#6d28d9, #c4b5fd);
        --lk-radius: 0.75rem;
      }
    `,
      'css',
    ),
  },
} satisfies Meta<typeof ThemeBuilder>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

export const Builder: Story = {}

/** Quiet text that nobody could read is warned of, with what it says. */
export const WarnsOfTooLittle: Story = {
  tags: ['!autodocs', '!dev'],
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    const verdict = canvas
      .getAllByRole('status')
      .find((element) => element.tagName === 'OUTPUT' && 'enough' in element.dataset)
    await waitFor(() => expect(verdict).toHaveTextContent(/^Lowest contrast: [\d.]+ : 1 for “/))
    fireEvent.input(canvas.getByLabelText('Quiet text'), { target: { value: '#bbbbbb' } })
    await waitFor(() => expect(verdict).toHaveTextContent(/^Too little contrast: 1\.\d+ : 1 for “/))
    await userEvent.click(canvas.getByRole('button', { name: 'Start again' }))
    await waitFor(() => expect(verdict).toHaveTextContent(/^Lowest contrast/))
  },
}

/** Its CSS in a plain host: every element there is coloured, rounded and set as in the builder, in light and in dark. */
export const InAPlainHost: Story = {
  tags: ['!autodocs', '!dev'],
  globals: { scheme: 'light' },
  render: (args) => (
    <>
      <ThemeBuilder {...args} />
      <div data-testid="host" className="theme-preview">
        <p id="plain-host">In a plain host</p>
        <ApiKeyManager {...args} aria-labelledby="plain-host" />
      </div>
    </>
  ),
  play: withClipboard(async ({ canvas, canvasElement, userEvent }, clipboard) => {
    const host = canvas.getByTestId('host')
    const preview = canvasElement.querySelector<HTMLElement>('.theme-preview') ?? host
    await findRow(within(preview), 'production-api')
    await findRow(within(host), 'production-api')
    for (const scheme of ['light', 'dark'] as const) {
      await userEvent.click(canvas.getByRole('radio', { name: scheme }))
      const [brand, background] = scheme === 'light' ? ['#6d28d9', '#fffaf0'] : ['#c4b5fd', '#101020']
      fireEvent.input(canvas.getByLabelText('Brand'), { target: { value: brand } })
      fireEvent.input(canvas.getByLabelText('Background'), { target: { value: background } })
    }
    fireEvent.input(canvas.getByRole('slider', { name: 'Radius' }), { target: { value: '3' } })
    await userEvent.selectOptions(canvas.getByLabelText('Font'), 'Monospace')
    await userEvent.click(canvas.getByRole('button', { name: 'Copy CSS' }))
    await expect(clipboard.text).toContain('--lk-color-primary: light-dark(#6d28d9, #c4b5fd);')

    const sheet = new CSSStyleSheet()
    sheet.replaceSync(clipboard.text ?? '')
    await expect(looksOf(host)).not.toEqual(looksOf(preview))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
    try {
      for (const scheme of ['light', 'dark'] as const) {
        await userEvent.click(canvas.getByRole('radio', { name: scheme }))
        host.style.colorScheme = scheme
        await untilStill()
        await waitFor(() => expect(looksOf(host)).toEqual(looksOf(preview)))
      }
      const create = within(host).getByRole('button', { name: 'Create key' })
      await expect(getComputedStyle(create).backgroundColor).toBe('rgb(196, 181, 253)')
    } finally {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet)
    }
  }),
}

/** Of all but the root: in the builder, where a theme is asked for, it has a ground of its own. */
function looksOf(place: Element): string[] {
  return [...place.querySelectorAll('.lk-root *')].map((element) => {
    const { color, backgroundColor, borderTopColor, borderRadius, fontFamily } = getComputedStyle(element)
    return [element.tagName, color, backgroundColor, borderTopColor, borderRadius, fontFamily].join(' ')
  })
}
