import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useCopy } from './use-copy.js'

const secret = 'lk_live_secret'

beforeEach(() => vi.spyOn(document, 'hasFocus').mockReturnValue(true))

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
  Reflect.deleteProperty(document, 'execCommand')
})

describe('useCopy (UI-4)', () => {
  it('says "copied" when the clipboard took exactly the text, and stops saying so', async () => {
    vi.useFakeTimers()
    const written: string[] = []
    stubClipboard(async (text) => void written.push(text))
    const { result } = renderHook(() => useCopy())
    expect(await act(() => result.current.copy(secret))).toEqual({ ok: true })
    expect(written).toEqual([secret])
    expect(result.current.status).toBe('copied')
    act(() => void vi.advanceTimersByTime(2000))
    expect(result.current.status).toBe('idle')
  })

  it('says nothing before the clipboard has answered', async () => {
    let allow = () => {}
    stubClipboard(() => new Promise((resolve) => (allow = resolve)))
    const { result } = renderHook(() => useCopy())
    let copying: Promise<unknown> = Promise.resolve()
    act(() => {
      copying = result.current.copy(secret)
    })
    expect(result.current.status).toBe('copying')
    await act(async () => {
      allow()
      await copying
    })
    expect(result.current.status).toBe('copied')
  })

  it('says why it failed, and keeps saying so', async () => {
    stubClipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    const { result } = renderHook(() => useCopy())
    expect(await act(() => result.current.copy(secret))).toEqual({ ok: false, reason: 'denied' })
    expect(result.current).toMatchObject({ status: 'failed', reason: 'denied' })
  })

  it('does not wait for ever where the clipboard says nothing', async () => {
    vi.useFakeTimers()
    stubClipboard(() => new Promise(() => undefined))
    const { result } = renderHook(() => useCopy())
    let copying: Promise<unknown> = Promise.resolve()
    act(() => {
      copying = result.current.copy(secret)
    })
    await act(() => vi.advanceTimersByTimeAsync(3000))
    expect(await copying).toEqual({ ok: false, reason: 'denied' })
    expect(result.current.status).toBe('failed')
  })

  it('knows a page without focus from a browser that says no', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(false)
    stubClipboard(() => Promise.reject(new DOMException('', 'NotAllowedError')))
    const { result } = renderHook(() => useCopy())
    expect(await act(() => result.current.copy(secret))).toEqual({ ok: false, reason: 'unfocused' })
  })

  it.each([
    [false, 'insecure'],
    [true, 'unsupported'],
  ])('without a clipboard, on a page whose security is %s, it is %s', async (secure, reason) => {
    vi.stubGlobal('navigator', {})
    vi.stubGlobal('isSecureContext', secure)
    const { result } = renderHook(() => useCopy())
    expect(await act(() => result.current.copy(secret))).toEqual({ ok: false, reason })
  })

  it('falls back on the copy command, hands over the text there, and puts it into no element', async () => {
    vi.stubGlobal('navigator', {})
    let handed = ''
    let page = ''
    stubCommand(() => {
      page = document.documentElement.outerHTML
      handed = fireCopy()
      return true
    })
    const { result } = renderHook(() => useCopy())
    expect(await act(() => result.current.copy(secret))).toEqual({ ok: true })
    expect(handed).toBe(secret)
    expect(page).not.toContain(secret)
    expect(fireCopy()).toBe('')
  })

  it.each([
    ['says no', () => false],
    ['says yes but never asked for the text', () => true],
  ])('does not believe a copy command that %s', async (_case, command) => {
    vi.stubGlobal('navigator', {})
    stubCommand(command)
    const { result } = renderHook(() => useCopy())
    expect(await act(() => result.current.copy(secret))).toMatchObject({ ok: false })
  })
})

function stubClipboard(writeText: (text: string) => Promise<void>): void {
  vi.stubGlobal('navigator', { clipboard: { writeText } })
}

function stubCommand(execCommand: () => boolean): void {
  Object.defineProperty(document, 'execCommand', { value: execCommand, configurable: true })
}

/** What a browser does for its copy command; answers what was put on the clipboard. */
function fireCopy(): string {
  let text = ''
  const event = Object.assign(new Event('copy', { bubbles: true, cancelable: true }), {
    clipboardData: { setData: (_type: string, value: string) => (text = value) },
  })
  document.dispatchEvent(event)
  return text
}
