import { act, render, screen } from '@testing-library/react'
import type { ComponentType } from 'react'
import { describe, expect, it } from 'vitest'
import { createLate } from '../hooks/create-late.js'
import { en } from '../locales/en.js'
import { LateDialog } from './late-dialog.js'

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
    expect(screen.getByRole('alert')).toHaveTextContent('The server could not be reached')
    expect(calledOff()).toBe(1)
    show(true)
    expect(screen.queryByRole('alert')).not.toBeInTheDocument()
    await arrive()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
    expect(fetches()).toBe(2)
  })
})

function setUp() {
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
    onMissing: () => {
      calledOff += 1
    },
    props: { name: 'Ada' },
    strings: en,
    classNames: undefined,
  }
  const view = render(<LateDialog {...given} isWanted={false} />)
  return {
    late,
    show: (isWanted: boolean) => view.rerender(<LateDialog {...given} isWanted={isWanted} />),
    arrive: () => act(async () => settle.arrive()),
    fail: () => act(async () => settle.fail()),
    calledOff: () => calledOff,
    fetches: () => fetches,
  }
}
