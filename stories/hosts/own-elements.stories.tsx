import type { Meta, StoryContext, StoryObj } from '@storybook/react-vite'
import { ApiKeys } from 'latchkey'
import { expect } from 'storybook/test'
import { wearing } from '../../.storybook/hosts/wearing.ts'
import type { WithBackend } from '../../.storybook/story-server.ts'
import { findRow } from '../play/find-row.ts'
import { userCode } from '../user-code.ts'

/**
 * Elements of the application’s own, composed into ours. They are drawn as anywhere else on its page: of what is ours
 * everything has a class of ours, and nothing else is styled. What the parts around them hand down, such as the font
 * and its size, they inherit.
 */
const meta = {
  title: 'Host environments/Own elements',
  component: ApiKeys.Root,
  // As these hosts are.
  globals: { scheme: 'light' },
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  render: (args) => (
    <>
      <OwnElements />
      <ApiKeys.Root {...args}>
        <ApiKeys.Header />
        <OwnElements />
        <ApiKeys.Toolbar>
          <ApiKeys.Search />
          <OwnElements />
        </ApiKeys.Toolbar>
        <ApiKeys.List />
      </ApiKeys.Root>
    </>
  ),
  parameters: {
    backend: {},
    controls: { disable: true },
    // The application's own elements are under its own responsibility.
    a11y: { test: 'off' },
    docs: { story: { inline: false, iframeHeight: 640 } },
  },
} satisfies Meta<typeof ApiKeys.Root>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

function OwnElements() {
  return (
    <aside className="bulk-note" data-own="" style={{ inlineSize: 200, padding: 8, fontSize: 16 }}>
      <p>
        Keys are <strong>yours alone</strong>: never share one with <em>anybody</em>.
      </p>
      <button type="button">Our policy</button>
    </aside>
  )
}

const properties = [
  'box-sizing',
  'width',
  'margin',
  'padding',
  'border',
  'font-weight',
  'font-style',
  'text-transform',
  'outline-style',
  'background-color',
]

async function lookAsOutside({ canvas, canvasElement }: Pick<StoryContext, 'canvas' | 'canvasElement'>) {
  await findRow(canvas, 'production-api')
  const [outside = [], ...inside] = [...canvasElement.querySelectorAll('[data-own]')].map(looksIn)
  await expect(inside).toHaveLength(2)
  await expect(outside).toHaveLength(5)
  for (const looks of inside) await expect(looks).toEqual(outside)
}

function looksIn(own: Element): string[] {
  const button = own.querySelector('button')
  button?.focus({ focusVisible: true })
  return [own, ...own.querySelectorAll('*')].map((element) => {
    const style = getComputedStyle(element)
    return `${element.tagName} ${properties.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ')}`
  })
}

/** Beside the style sheet in a layer. */
export const Layered: Story = {
  ...wearing('layered'),
  parameters: userCode(`
    <ApiKeys.Root baseUrl="/api/keys">
      <ApiKeys.Header />
      <aside>
        Keys are <strong>yours alone</strong>.
        <a href="/policy">Our policy</a>
      </aside>
      <ApiKeys.List />
    </ApiKeys.Root>
  `),
  play: lookAsOutside,
}

/** Beside the one without layers, which the application imports after its own. */
export const Unlayered: Story = { ...wearing('buttons', 'unlayered'), play: lookAsOutside }

/** In the other order. */
export const UnlayeredBefore: Story = { ...wearing('unlayered', 'buttons'), play: lookAsOutside }
