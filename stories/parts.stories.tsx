import type { Meta, StoryObj } from '@storybook/react-vite'
import {
  Button,
  CopyButton,
  createFormatters,
  EmptyState,
  ErrorState,
  en,
  FilteredEmpty,
  KeyCard,
  KeyTable,
  KeyValue,
  type KeyView,
  LiveRegion,
  Notice,
  OfflineBanner,
  Pager,
  Root,
  SecretField,
  StatusBadge,
  TextField,
} from 'latchkey'
import type { ReactNode } from 'react'
import { expect, fn } from 'storybook/test'
import { sampleKey } from './sample-key.ts'
import { userCode } from './user-code.ts'

/** Markup without data: each part is a function of its props and needs no server. `Root` brings theme and styles. */
const meta = {
  title: 'Parts',
  component: Root,
  args: { 'aria-label': 'Parts' },
  parameters: { controls: { disable: true } },
} satisfies Meta<typeof Root>

export default meta
type Story = StoryObj<typeof meta>

const now = Date.UTC(2026, 10, 23, 17, 40)
const strings = en
const format = createFormatters({ locale: 'en', timeZone: 'UTC', hourCycle: 'h23' })
const nothing = () => undefined

const Row = ({ children }: { children: ReactNode }) => (
  <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 12, marginBlockEnd: 16 }}>
    {children}
  </div>
)

/** A button that cannot act keeps the focus and can still be read. */
export const Buttons: Story = {
  parameters: userCode(`
    <Button variant="primary">Create key</Button>
    <Button loading>Saving…</Button>
    <Button aria-disabled onClick={save}>Not now</Button>
  `),
  render: (args) => (
    <Root {...args}>
      {(['primary', 'outline', 'ghost', 'danger'] as const).map((variant) => (
        <Row key={variant}>
          <Button variant={variant}>{variant}</Button>
          <Button variant={variant} loading>
            loading
          </Button>
          <Button variant={variant} aria-disabled onClick={unavailable}>
            unavailable
          </Button>
        </Row>
      ))}
    </Root>
  ),
  play: async ({ canvas, userEvent }) => {
    const [button] = canvas.getAllByRole('button', { name: 'unavailable' })
    if (!button) throw new Error('There is an unavailable button.')
    unavailable.mockClear()
    await userEvent.click(button)
    await expect(unavailable).not.toHaveBeenCalled()
    await expect(button).toHaveFocus()
  },
}
const unavailable = fn()

const inEveryStatus: readonly KeyView[] = [
  sampleKey({ id: 'active' }),
  sampleKey({ id: 'unused', unused: true, lastUsedAt: null }),
  sampleKey({ id: 'expiring', status: 'expiring', expiresAt: '2026-11-28T17:40:00Z' }),
  sampleKey({
    id: 'rotating',
    status: 'rotating',
    rotation: { replacedById: 'next', overlapEndsAt: '2026-11-24T10:40:00Z' },
  }),
  sampleKey({ id: 'disabled', status: 'disabled', disabledAt: '2026-11-20T17:40:00Z' }),
  sampleKey({ id: 'expired', status: 'expired', expiresAt: '2026-11-18T17:40:00Z' }),
  sampleKey({ id: 'revoked', status: 'revoked', revokedAt: '2026-06-12T17:40:00Z' }),
  ...(['update', 'rotate', 'disable', 'enable', 'revoke'] as const).map((pending) =>
    sampleKey({ id: pending, pending }),
  ),
]

/** Every status, and what is under way: a word, a shape and a colour each. */
export const StatusBadges: Story = {
  parameters: userCode('<StatusBadge view={apiKey} now={Date.now()} strings={en} format={format} />'),
  render: (args) => (
    <Root {...args}>
      <Row>
        {inEveryStatus.map((view) => (
          <StatusBadge key={view.id} view={view} now={now} strings={strings} format={format} />
        ))}
      </Row>
    </Root>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('Expires in 5 days')).toBeVisible()
    await expect(canvas.getByText('Revoking…')).toBeVisible()
  },
}

/** The dots are drawn: they are not copied, not read aloud, and always as wide. */
export const KeyValues: Story = {
  parameters: userCode('<KeyValue value={apiKey} strings={en} />'),
  render: (args) => (
    <Root {...args}>
      {['lk_live_', 'acme_test_', 'averylongprefix1_live_'].map((prefix) => (
        <Row key={prefix}>
          <KeyValue value={{ prefix, start: '7Qk2', end: 'x9Fa' }} strings={strings} />
        </Row>
      ))}
    </Root>
  ),
  play: async ({ canvasElement }) => {
    const widths = [...canvasElement.querySelectorAll('.lk-keyMask')].map(
      (mask) => mask.getBoundingClientRect().width,
    )
    await expect(new Set(widths).size).toBe(1)
    await expect(canvasElement.querySelector('.lk-keyValue')).toHaveTextContent('lk_live_7Qk2 … ending x9Fa')
  },
}

const secret = 'lk_live_7Qk2vB0nJ4hT8sLm_Zz0Yy1Xx2Ww3Vv4Uu5Tt6Ss7Rr8Qq9PpOoNnMmLlKk00x9Fa'

/** Masked, shown, and copied. The secret is text, and only while it is visible. */
export const SecretFields: Story = {
  parameters: userCode(`
    <SecretField
      masked={apiKey}
      read={secret.read}
      visible={secret.isVisible}
      saved={secret.isSaved}
      copyStatus={copy.status}
      onToggle={secret.toggleVisible}
      onCopy={secret.copy}
      onManualCopy={() => secret.acknowledge('copy')}
      strings={en}
    />
  `),
  render: (args) => (
    <Root {...args}>
      <div style={{ display: 'grid', gap: 16, maxInlineSize: 560 }}>
        {(
          [
            { visible: false, saved: false, copyStatus: 'idle' },
            { visible: true, saved: false, copyStatus: 'idle' },
            { visible: false, saved: true, copyStatus: 'copied' },
          ] as const
        ).map((state) => (
          <SecretField
            key={`${state.visible}${state.saved}`}
            {...state}
            masked={sampleKey()}
            read={() => secret}
            onToggle={nothing}
            onCopy={nothing}
            onManualCopy={nothing}
            strings={strings}
          />
        ))}
      </div>
    </Root>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getAllByText(secret)).toHaveLength(1)
  },
}

/** Same width, same focus, whatever it says. */
export const CopyButtons: Story = {
  parameters: userCode('<CopyButton status={copy.status} strings={en} onClick={() => copy.copy(text)} />'),
  render: (args) => (
    <Root {...args}>
      <Row>
        {(['idle', 'copying', 'copied', 'failed'] as const).map((status) => (
          <CopyButton key={status} status={status} strings={strings} />
        ))}
      </Row>
    </Root>
  ),
  play: async ({ canvas }) => {
    const buttons = canvas.getAllByRole('button')
    await expect(buttons.map((button) => button.textContent)).toHaveLength(4)
    await expect(canvas.getAllByRole('button', { name: 'Copied' })).toHaveLength(1)
    await expect(new Set(buttons.map((button) => button.offsetWidth)).size).toBe(1)
  },
}

/** Nothing there yet, nothing found, nothing to be had. */
export const EmptyStates: Story = {
  parameters: userCode(`
    <EmptyState canCreate strings={en}>
      <Button variant="primary">Create your first key</Button>
    </EmptyState>
  `),
  render: (args) => (
    <Root {...args}>
      <div style={{ display: 'grid', gap: 24 }}>
        <EmptyState canCreate strings={strings}>
          <Button variant="primary">{strings.empty.action}</Button>
        </EmptyState>
        <EmptyState canCreate={false} strings={strings} />
        <FilteredEmpty search="nowhere" onClear={nothing} strings={strings} />
      </div>
    </Root>
  ),
}

/** What happened, what to do, and what to tell whoever runs the server. */
export const ErrorStates: Story = {
  parameters: userCode('<ErrorState error={error} onRetry={refetch} strings={en} />'),
  render: (args) => (
    <Root {...args}>
      <div style={{ display: 'grid', gap: 24 }}>
        <ErrorState
          error={{ code: 'internal_error', requestId: 'req_7Qk2vB0n' }}
          onRetry={nothing}
          strings={strings}
        />
        <ErrorState error={{ code: 'store_unavailable' }} onRetry={nothing} retrying strings={strings} />
        <ErrorState error={{ code: 'unauthenticated' }} strings={strings} />
        <ErrorState error={{ code: 'forbidden' }} strings={strings} />
      </div>
    </Root>
  ),
  play: async ({ canvas }) => {
    await expect(canvas.getByText('req_7Qk2vB0n')).toBeVisible()
    await expect(canvas.getAllByRole('button')).toHaveLength(2)
  },
}

/** A remark that belongs to what stands around it. */
export const Notices: Story = {
  parameters: userCode('<Notice tone="warning">Store it in a secret manager now.</Notice>'),
  render: (args) => (
    <Root {...args}>
      <div style={{ display: 'grid', gap: 12, maxInlineSize: 560 }}>
        {(['neutral', 'warning', 'danger', 'success'] as const).map((tone) => (
          <Notice key={tone} tone={tone} title={`A ${tone} title.`}>
            And what there is to say about it, which may take more than one line where there is less room.
          </Notice>
        ))}
        <OfflineBanner strings={strings} />
      </div>
    </Root>
  ),
}

/** A label, a hint, and what is wrong: tied together for every reader. */
export const TextFields: Story = {
  parameters: userCode('<TextField label="Name" hint="…" value={text} onValueChange={setText} />'),
  render: (args) => (
    <Root {...args}>
      <div style={{ display: 'grid', gap: 20, maxInlineSize: 400 }}>
        <TextField label="Name" hint="Where will it be used?" value="" onValueChange={nothing} />
        <TextField
          label="Name, taken"
          hint="Where will it be used?"
          error="Another key has this name."
          value="ci-deploy"
          onValueChange={nothing}
        />
        <TextField label="Name, being saved" readOnly value="ci-deploy" onValueChange={nothing} />
      </div>
    </Root>
  ),
  play: async ({ canvas }) => {
    const taken = canvas.getByRole('textbox', { name: 'Name, taken' })
    await expect(taken).toBeInvalid()
    await expect(taken).toHaveAccessibleDescription('Another key has this name. Where will it be used?')
  },
}

/** The table by itself, with keys of your own. */
export const Table: Story = {
  parameters: userCode(`
    <KeyTable
      keys={apiKeys}
      actionsFor={() => [{ action: 'rotate' }, { action: 'revoke', reason: 'Only admins revoke keys.' }]}
      onAction={(action, key) => openDialog(action, key.id)}
      now={Date.now()} strings={en} format={format}
    />
  `),
  render: (args) => (
    <Root {...args}>
      <KeyTable
        keys={[
          ...inEveryStatus,
          sampleKey({ id: 'fresh', name: 'made-just-now', fresh: true }),
          sampleKey({ id: 'failed', name: 'it-went-wrong', error: { code: 'store_unavailable' } }),
          sampleKey({ id: 'managed', name: 'theirs', managedBy: { name: 'Vercel' } }),
        ]}
        actionsFor={() => [{ action: 'rotate' }, { action: 'revoke', reason: 'Only admins revoke keys.' }]}
        now={now}
        strings={strings}
        format={format}
      />
      <Pager onNext={nothing} strings={strings} />
      <LiveRegion polite={null} assertive={null} />
    </Root>
  ),
  play: async ({ canvas, userEvent }) => {
    await userEvent.click(canvas.getByRole('button', { name: 'Actions for made-just-now' }))
    const revoke = await canvas.findByRole('menuitem', { name: /^Revoke….*Only admins revoke keys\.$/ })
    await expect(revoke).toHaveAttribute('aria-disabled', 'true')
  },
}

/** Which key a dialog is about. */
export const KeyCards: Story = {
  parameters: userCode('<KeyCard view={apiKey} strings={en} format={format} />'),
  render: (args) => (
    <Root {...args}>
      <div style={{ display: 'grid', gap: 12, maxInlineSize: 480 }}>
        <KeyCard view={sampleKey()} strings={strings} format={format} />
        <KeyCard
          view={sampleKey({ name: 'مفتاح خادم الفواتير', createdBy: null, lastUsedAt: null })}
          strings={strings}
          format={format}
        />
      </div>
    </Root>
  ),
}
