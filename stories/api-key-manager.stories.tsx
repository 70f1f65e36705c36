import type { Meta, StoryObj } from '@storybook/react-vite'
import { ApiKeyManager } from 'latchkey'
import { mockPeople, mockUrl, seeds } from 'latchkey/msw'
import { expect, within } from 'storybook/test'
import { serverOf, type WithBackend } from '../.storybook/story-server.ts'
import { expectContrast } from './play/expect-contrast.ts'
import { userCode } from './user-code.ts'

/** Everything a person needs to look after API keys: one component, one address. */
const meta = {
  title: 'ApiKeyManager',
  component: ApiKeyManager,
  args: { locale: 'en', timeZone: 'UTC', hourCycle: 'h23' },
  argTypes: {
    theme: { control: 'inline-radio', options: ['inherit', 'system', 'light', 'dark'] },
    headingLevel: { control: 'inline-radio', options: [2, 3, 4] },
    revealMode: { control: 'inline-radio', options: ['masked', 'shown'] },
    pageSize: { control: 'number' },
    client: { control: false },
    now: { control: false },
    queryClient: { control: false },
    strings: { control: false },
  },
  parameters: {
    backend: {},
    ...userCode(`
      import { ApiKeyManager } from 'latchkey'
      import 'latchkey/styles.css'

      <ApiKeyManager baseUrl="/api/keys" />
    `),
  },
} satisfies Meta<typeof ApiKeyManager>

export default meta
type Story = WithBackend<StoryObj<typeof meta>>

/** A table where there is room for one. */
export const Default: Story = {
  play: async ({ canvas }) => {
    await expect(await canvas.findByRole('row', { name: /^production-api/ })).toBeVisible()
    await expect(canvas.getAllByRole('row')).toHaveLength(9)
  },
}

/** Cards where its container, not the window, is narrower than 36rem. Nothing overflows at 320 pixels. */
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 320, maxInlineSize: '100%' }}>
        <Story />
      </div>
    ),
  ],
  play: async ({ canvas }) => {
    const row = await canvas.findByRole('row', { name: /^production-api/ })
    const manager = row.closest('section')
    await expect(manager?.scrollWidth).toBeLessThanOrEqual(320)
    await expect(row.getBoundingClientRect().width).toBeLessThanOrEqual(320)
    // On a phone with a margin, beside a countdown, and yet on one line.
    if (manager) manager.style.maxInlineSize = '288px'
    const used = canvas.getByText('12 min. ago').closest('td')
    await expect(used?.getBoundingClientRect().height).toBeLessThanOrEqual(20)
  },
}

/** `theme="inherit"` follows the page's `color-scheme`; here the component alone is dark, on a ground of its own. */
export const Dark: Story = {
  args: { theme: 'dark' },
  parameters: userCode(`<ApiKeyManager baseUrl="/api/keys" theme="dark" />`),
  play: async ({ canvas }) => {
    const row = await canvas.findByRole('row', { name: /^production-api/ })
    await expectContrast(row.closest('section') ?? row)
  },
}

/** Public variables, set on the component or on anything around it. */
export const Themed: Story = {
  args: {
    appearance: {
      variables: {
        '--lk-color-primary': 'light-dark(oklch(0.45 0.2 295), oklch(0.82 0.11 295))',
        '--lk-color-primary-foreground': 'light-dark(oklch(0.99 0 0), oklch(0.2 0.06 295))',
        '--lk-color-ring': 'light-dark(oklch(0.55 0.22 295), oklch(0.75 0.15 295))',
        '--lk-radius': '0.875rem',
        '--lk-row-height': '4rem',
      },
    },
  },
  parameters: userCode(`
    <ApiKeyManager
      baseUrl="/api/keys"
      appearance={{
        variables: {
          '--lk-color-primary': 'light-dark(oklch(0.45 0.2 295), oklch(0.82 0.11 295))',
          '--lk-color-primary-foreground': 'light-dark(oklch(0.99 0 0), oklch(0.2 0.06 295))',
          '--lk-radius': '0.875rem',
          '--lk-row-height': '4rem',
        },
      }}
    />
  `),
  play: async ({ canvas }) => {
    const create = await canvas.findByRole('button', { name: 'Create key' })
    await expect(getComputedStyle(create).backgroundColor).toMatch(/oklch\(0\.(45|82)/)
  },
}

/** A class of yours for any slot. Tailwind utilities win over the component's own styles. */
export const ClassNames: Story = {
  args: { classNames: { root: 'story-frame', keyName: 'story-caps' } },
  decorators: [
    (Story) => (
      <>
        <style>{`
          .story-frame { padding: 24px; border: 1px dashed currentColor; border-radius: 16px }
          .story-caps { text-transform: uppercase; letter-spacing: 0.04em }
        `}</style>
        <Story />
      </>
    ),
  ],
  parameters: userCode(`
    <ApiKeyManager
      baseUrl="/api/keys"
      classNames={{
        root: 'p-6 rounded-2xl border border-dashed',
        keyName: 'uppercase tracking-wide',
      }}
    />
  `),
  play: async ({ canvas }) => {
    const name = await canvas.findByText('production-api')
    await expect(getComputedStyle(name).textTransform).toBe('uppercase')
    await expect(getComputedStyle(name.closest('section') ?? name).paddingTop).toBe('24px')
  },
}

/** Direction comes from the page. Keys themselves always read from left to right. */
export const RightToLeft: Story = {
  globals: { direction: 'rtl' },
  parameters: userCode(`
    <div dir="rtl">
      <ApiKeyManager baseUrl="/api/keys" />
    </div>
  `),
  play: async ({ canvas }) => {
    const row = await canvas.findByRole('row', { name: /^production-api/ })
    const menu = within(row).getByRole('button')
    const name = within(row).getByText('production-api')
    await expect(menu.getBoundingClientRect().left).toBeLessThan(name.getBoundingClientRect().left)
    const leftOf = (part: string) => row.querySelector(part)?.getBoundingClientRect().left ?? 0
    await expect(leftOf('.lk-keyPrefix')).toBeLessThan(leftOf('.lk-keyEnd'))
    const cell = name.closest('th')?.getBoundingClientRect()
    await expect((cell?.right ?? 0) - name.getBoundingClientRect().right).toBeLessThan(20)
  },
}

/** Two consumers of one person, side by side: nothing of one reaches the other's list. */
export const TwoManagers: Story = {
  parameters: {
    backend: {
      seed: seeds.one,
      person: { ...mockPeople.ada, consumerIds: ['acme', 'acme-staging'] },
    },
    ...userCode(`
      <ApiKeyManager baseUrl="/api/keys" consumerId="acme" title="Production" />
      <ApiKeyManager baseUrl="/api/keys" consumerId="acme-staging" title="Staging" />
    `),
  },
  render: (args) => (
    <div style={{ display: 'grid', gap: 40 }}>
      <ApiKeyManager {...args} consumerId="acme" title="Production" />
      <ApiKeyManager {...args} consumerId="acme-staging" title="Staging" />
    </div>
  ),
  play: async ({ canvas }) => {
    const production = within(canvas.getByRole('region', { name: 'Production' }))
    const staging = within(canvas.getByRole('region', { name: 'Staging' }))
    await expect(await production.findByRole('row', { name: /^production-api/ })).toBeVisible()
    await expect(await staging.findByText('No API keys yet')).toBeVisible()
    await expect(staging.queryByText('production-api')).toBeNull()
  },
}

/** Who may look, and change nothing, meets no button that would fail. The server has to say no as well. */
export const ReadOnly: Story = {
  args: {
    permissions: {
      create: { allowed: false, reason: 'Only admins create keys. Ask Grace.' },
      rotate: false,
      revoke: false,
      update: false,
      setEnabled: false,
    },
  },
  parameters: userCode(`
    <ApiKeyManager
      baseUrl="/api/keys"
      permissions={{
        create: { allowed: false, reason: 'Only admins create keys. Ask Grace.' },
        rotate: false, revoke: false, update: false, setEnabled: false,
      }}
    />
  `),
  play: async ({ canvas, userEvent }) => {
    await canvas.findByRole('row', { name: /^production-api/ })
    const create = canvas.getByRole('button', { name: 'Create key' })
    await expect(create).toHaveAccessibleDescription('Only admins create keys. Ask Grace.')
    await userEvent.click(create)
    await expect(within(document.body).queryByRole('dialog')).toBeNull()
  },
}

/** Asks each thing once, and changes nothing, to be shown. */
export const WhatItCalls: Story = {
  tags: ['!autodocs', '!dev'],
  play: async (context) => {
    await context.canvas.findByRole('row', { name: /^production-api/ })
    const { backend, backendId, baseUrl } = serverOf(context)
    await expect(baseUrl).toBe(mockUrl(backendId, '/api/keys'))
    const operations = backend.calls.map(({ operation }) => operation)
    await expect(operations).toEqual(expect.arrayContaining(['capabilities', 'list', 'scopes']))
    await expect(new Set(operations).size).toBe(operations.length)
    await expect(backend.calls.map(({ method }) => method)).not.toContain('POST')
  },
}
