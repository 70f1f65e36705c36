import { onlineManager } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createLate } from './create-late.js'

afterEach(() => {
  onlineManager.setOnline(true)
  vi.useRealTimers()
})

describe('Something that is fetched late', () => {
  it('is fetched once, however many ask', async () => {
    const fetchIt = vi.fn(async () => 'it')
    const { load, loaded } = createLate(fetchIt)
    expect(loaded()).toBeNull()
    expect(await Promise.all([load(), load()])).toEqual(['it', 'it'])
    expect(await load()).toBe('it')
    expect(loaded()).toBe('it')
    expect(fetchIt).toHaveBeenCalledOnce()
  })

  it('says `not_loaded` where it does not come, and is asked for again', async () => {
    const fetchIt = vi.fn(async () => 'it').mockRejectedValueOnce(new TypeError('no such file'))
    const { load } = createLate(fetchIt)
    await expect(load()).rejects.toMatchObject({ code: 'not_loaded' })
    expect(await load()).toBe('it')
  })

  it('says so as well where it takes too long, so that nobody is kept waiting, and takes it once it comes', async () => {
    vi.useFakeTimers()
    let arrive = (_: string) => {}
    const coming = new Promise<string>((resolve) => {
      arrive = resolve
    })
    const { load, loaded } = createLate(() => coming)
    const refused = expect(load()).rejects.toMatchObject({ code: 'not_loaded' })
    await vi.advanceTimersByTimeAsync(15_000)
    await refused
    const again = load()
    arrive('it')
    expect(await again).toBe('it')
    expect(loaded()).toBe('it')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is not asked for while offline, because a browser may remember that it failed', async () => {
    const fetchIt = vi.fn(async () => 'it')
    const { load } = createLate(fetchIt)
    onlineManager.setOnline(false)
    await expect(load()).rejects.toMatchObject({ code: 'offline' })
    expect(fetchIt).not.toHaveBeenCalled()
    onlineManager.setOnline(true)
    expect(await load()).toBe('it')
  })

  it('is there while offline where it was fetched before', async () => {
    const { load } = createLate(async () => 'it')
    await load()
    onlineManager.setOnline(false)
    expect(await load()).toBe('it')
  })
})
