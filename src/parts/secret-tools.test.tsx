import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import { envFile, envFileName } from './env-file.js'
import { SecretTimer } from './secret-timer.js'
import { SnippetTabs } from './snippet-tabs.js'
import { VerifyButton, type VerifySecret } from './verify-button.js'

const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })
const secret = 'lk_live_7Qk2vB0nJ4hT8sLm_secretsecretx9Fa'
const masked = { prefix: 'lk_live_', start: '7Qk2', end: 'x9Fa' }

describe('The snippets', () => {
  const tabs = (onCopied = vi.fn()) => {
    const view = render(<SnippetTabs masked={masked} read={() => secret} onCopied={onCopied} strings={en} />)
    return { ...view, onCopied }
  }

  it('never show the key, and copy the whole of it', async () => {
    const user = userEvent.setup()
    const { container, onCopied } = tabs()
    await user.click(screen.getByRole('tab', { name: 'Python' }))
    await user.click(screen.getByRole('button', { name: 'Copy for Python' }))
    expect(container.outerHTML).not.toContain(secret)
    expect(screen.getByRole('tabpanel', { name: 'Python' })).toHaveTextContent('Bearer lk_live_7Qk2••')
    expect(await navigator.clipboard.readText()).toContain(`Bearer ${secret}`)
    expect(onCopied).toHaveBeenCalledOnce()
  })

  it('are chosen with the arrow keys, from the first to the last and round', async () => {
    const user = userEvent.setup()
    tabs()
    screen.getByRole('tab', { name: '.env' }).focus()
    await user.keyboard('{ArrowRight}')
    expect(screen.getByRole('tab', { name: 'cURL' })).toHaveFocus()
    expect(screen.getByRole('tab', { name: 'cURL' })).toHaveAttribute('aria-selected', 'true')
    await user.keyboard('{End}{ArrowRight}')
    expect(screen.getByRole('tab', { name: '.env' })).toHaveFocus()
  })
})

describe('The .env file', () => {
  it('says what the key is for, in lines that no name can break', () => {
    const key = { name: 'ci\ndeploy', scopes: ['orders:read'], expiresAt: null }
    expect(envFile({ key, secret, variable: 'ACME_KEY', strings: en, format })).toBe(
      `# API key “ci deploy”\n# Permissions: orders:read\n# Expires: Never\nACME_KEY=${secret}\n`,
    )
    expect(envFileName('CI / Deploy ü')).toBe('ci-deploy.env')
    expect(envFileName('鍵')).toBe('api-key.env')
  })
})

describe('The test call', () => {
  const press = async (verify: VerifySecret) => {
    render(<VerifyButton read={() => secret} verify={verify} strings={en} />)
    await userEvent.click(screen.getByRole('button', { name: 'Test key' }))
    return screen.findByRole('status')
  }

  it('says what was answered, and how fast', async () => {
    const said = await press(async () => ({ ok: true, status: 200, latencyMs: 83.6 }))
    expect(said).toHaveTextContent('200 OK in 84 ms.')
  })

  it('tells a refusal from no answer at all', async () => {
    const said = await press(async () => ({ ok: false, status: 401 }))
    expect(said).toHaveTextContent('The key was refused with 401.')
  })

  it('blames nobody where the network failed', async () => {
    const said = await press(() => Promise.reject(new TypeError('Failed to fetch')))
    expect(said).toHaveTextContent('The test call got no answer. This says nothing about the key.')
  })
})

describe('The secret’s time on the page (WCAG 2.2.1)', () => {
  afterEach(() => vi.useRealTimers())

  it('is warned of a minute before it ends, and can be extended', () => {
    vi.useFakeTimers()
    let endsAt = Date.now() + 600_000
    const onExtend = vi.fn(() => {
      endsAt = Date.now() + 600_000
    })
    render(
      <SecretTimer
        timeLeftMs={() => Math.max(0, endsAt - Date.now())}
        onExtend={onExtend}
        strings={en}
        format={format}
      />,
    )
    act(() => vi.advanceTimersByTime(539_000))
    expect(screen.queryByRole('alert')).toBeNull()
    act(() => vi.advanceTimersByTime(11_000))
    expect(screen.getByRole('alert')).toHaveTextContent('less than a minute')
    expect(screen.getByRole('timer')).toHaveTextContent('50 seconds left')
    expect(screen.getByRole('timer')).toHaveAttribute('aria-live', 'off')
    act(() => screen.getByRole('button', { name: 'Keep it here' }).click())
    expect(onExtend).toHaveBeenCalledOnce()
    expect(screen.queryByRole('alert')).toBeNull()
  })
})
