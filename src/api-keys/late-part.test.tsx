import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ComponentType } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { createLate } from '../hooks/create-late.js'
import { en } from '../locales/en.js'
import { LatePart } from './late-part.js'

const Hello = ({ name }: { name: string }) => <div role="dialog">Hello {name}</div>

describe('A dialog that is fetched on first use', () => {
  it('opens as soon as it is here, for what was asked meanwhile', async () => {
    const { show, arrive } = setUp()
    show(false)
    show(true)
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    await arrive()
    expect(screen.getByRole('dialog')).toHaveTextContent('Hello Ada')
  })

  it('is there in the same moment where a hover fetched it', async () => {
    const { show, arrive, late } = setUp()
    show(false)
    void late.load()
    await arrive()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    show(true)
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('says that it is on its way, but not before somebody may think that nothing happened', async () => {
    vi.useFakeTimers()
    const { show, arrive, announce } = setUp()
    show(true)
    act(() => vi.advanceTimersByTime(399))
    expect(screen.queryByText('Loading…')).not.toBeInTheDocument()
    expect(announce).not.toHaveBeenCalled()
    act(() => vi.advanceTimersByTime(1))
    expect(screen.getByText('Loading…').parentElement).toHaveAttribute('aria-busy', 'true')
    expect(announce.mock.calls).toEqual([['Loading…']])
    vi.useRealTimers()
    await arrive()
    expect(screen.queryByText('Loading…')).not.toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('stays when it is closed, so that it can fade', async () => {
    const { show, arrive } = setUp()
    show(true)
    await arrive()
    show(false)
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('says where it cannot be fetched, calls off what was asked for, and is fetched again next time', async () => {
    const { show, arrive, fail, calledOff, fetches } = setUp()
    show(true)
    await fail()
    show(false)
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Part of this page could not be loaded. Nothing was sent.',
    )
    expect(calledOff()).toBe(1)
    show(true)
    expect(fetches()).toBe(2)
    await arrive()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('is fetched again by “Try again”, which asks again for what was called off', async () => {
    const { show, arrive, fail, fetches } = setUp()
    show(true)
    await fail()
    show(false)
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(fetches()).toBe(2)
    expect(screen.getByRole('button', { name: 'Try again' })).toHaveAttribute('aria-disabled', 'true')
    await arrive()
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('is fetched again where what was asked for stays, as a secret does, as often as it fails', async () => {
    const { show, arrive, fail, fetches } = setUp()
    show(true)
    await fail()
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await fail()
    expect(screen.getByRole('button', { name: 'Try again' })).not.toHaveAttribute('aria-disabled')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await arrive()
    expect(fetches()).toBe(3)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  it('takes its notice away where it came by another way', async () => {
    const { show, arrive, fail, late } = setUp()
    show(true)
    await fail()
    void late.load()
    await arrive()
    show(true)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })
})

function setUp() {
  const announce = vi.fn()
  let settle = { arrive: () => {}, fail: () => {} }
  let fetches = 0
  let calledOff = 0
  const late = createLate<ComponentType<{ name: string }>>(() => {
    fetches += 1
    return new Promise((resolve, reject) => {
      settle = { arrive: () => resolve(Hello), fail: () => reject(new Error('gone')) }
    })
  })
  const given = {
    late,
    pick: (arrived: ComponentType<{ name: string }>) => arrived,
    onMissing: () => {
      calledOff += 1
      return () => show(true)
    },
    props: { name: 'Ada' },
    announce,
    strings: en,
    classNames: undefined,
  }
  const view = render(<LatePart {...given} isWanted={false} />)
  const show = (isWanted: boolean) => view.rerender(<LatePart {...given} isWanted={isWanted} />)
  return {
    announce,
    late,
    show,
    arrive: () => act(async () => settle.arrive()),
    fail: () => act(async () => settle.fail()),
    calledOff: () => calledOff,
    fetches: () => fetches,
  }
}
