import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { expect, waitFor } from 'storybook/test'
import type { WithBackend } from '../.storybook/story-server.ts'
import { findRow } from './play/find-row.ts'

/** What the toolbar does to a story. Not to be looked at: the toolbar itself is there for that. */
const meta = {
  title: 'Toolbars',
  tags: ['!dev', '!autodocs'],
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  parameters: { backend: {}, controls: { disable: true } },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** The story may say something else of its looks; density alone is taken from the toolbar. */
export const Dense: Story = {
  globals: { density: 'compact' },
  args: { appearance: { variables: { '--lk-color-primary': '#123456' } } },
  play: async ({ canvas }) => {
    const row = await findRow(canvas, 'production-api')
    await expect(row.getBoundingClientRect().height).toBeCloseTo(40, 0)
    const create = canvas.getByRole('button', { name: 'Create key' })
    await expect(getComputedStyle(create).backgroundColor).toBe('rgb(18, 52, 86)')
  },
}

export const AsWideAsItSays: Story = {
  globals: { width: '480px' },
  play: async ({ canvas }) => {
    const row = await findRow(canvas, 'production-api')
    await expect(row.closest('section')?.getBoundingClientRect().width).toBe(480)
  },
}

/** The page reads as the language does, and everything on it, until the toolbar says otherwise. */
export const InItsDirection: Story = {
  globals: { language: 'ar', direction: 'asLanguage' },
  args: { locale: undefined },
  play: async ({ canvas }) => {
    const row = await findRow(canvas, 'production-api')
    await expect(document.documentElement.dir).toBe('rtl')
    await expect(getComputedStyle(row).direction).toBe('rtl')
  },
}

/** The mock server waits; nothing else has happened yet. */
export const SlowNetwork: Story = {
  globals: { network: 'slow' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('table', { name: 'Loading API keys' })).toBeVisible()
    await expect(await findRow(canvas, 'production-api')).toBeVisible()
  },
}

export const OfflineNetwork: Story = {
  globals: { network: 'offline' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Keys could not be loaded' })).toBeVisible()
    await expect(canvas.getByText('You’re offline.')).toBeVisible()
  },
}

export const FailingServer: Story = {
  globals: { network: 'serverError' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('heading', { name: 'Keys could not be loaded' })).toBeVisible()
    await expect(canvas.getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

export const TooManyRequests: Story = {
  globals: { network: 'rateLimited' },
  play: async ({ canvas }) => {
    await expect(await canvas.findByText(/^Too many requests\. Try again in \d+ seconds/)).toBeVisible()
  },
}

/** What a story says of its server’s faults gives way. */
export const FastNetwork: Story = {
  globals: { network: 'fast' },
  parameters: { backend: { faults: { unreachable: true } } },
  play: async ({ canvas }) => {
    await expect(await findRow(canvas, 'production-api')).toBeVisible()
  },
}

export const BesideBootstrap: Story = {
  globals: { hostCss: 'bootstrap', scheme: 'light' },
  play: async ({ canvas }) => {
    await findRow(canvas, 'production-api')
    const background = () => getComputedStyle(document.body).getPropertyValue('--bs-body-bg')
    await waitFor(() => expect(background()).toBe('#fff'))
    const create = canvas.getByRole('button', { name: 'Create key' })
    await expect(getComputedStyle(create).borderRadius).toBe('6px')
  },
}

export const BesideHostileReset: Story = {
  globals: { hostCss: 'hostile', scheme: 'light' },
  play: async ({ canvas }) => {
    const row = await findRow(canvas, 'production-api')
    const probe = row.ownerDocument.body.appendChild(document.createElement('p'))
    await waitFor(() => expect(getComputedStyle(probe).boxSizing).toBe('content-box'))
    await waitFor(() => expect(getComputedStyle(probe).margin).toBe('0px'))
    probe.remove()
    await expect(getComputedStyle(row).boxSizing).toBe('border-box')
  },
}

/** Focus comes from before it, and leaves it behind. */
export const Surrounded: Story = {
  globals: { surroundings: 'links' },
  play: async ({ canvas, userEvent }) => {
    await findRow(canvas, 'production-api')
    canvas.getByRole('link', { name: 'A link before it' }).focus()
    await userEvent.tab()
    await expect(document.activeElement?.closest('.lk-root')).not.toBeNull()
    canvas.getByRole('button', { name: 'A button after it' }).focus()
    await userEvent.tab({ shift: true })
    await expect(document.activeElement?.closest('.lk-root')).not.toBeNull()
  },
}
