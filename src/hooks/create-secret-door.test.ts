import { describe, expect, it, vi } from 'vitest'
import { createSecretDesk } from './create-secret-desk.js'
import { createSecretDoor } from './create-secret-door.js'
import { sampleKey as key } from './sample-key.conformance.js'

describe('The door to a desk that is made on first use', () => {
  it('shows nothing, and says so, until somebody asks for a secret', () => {
    const { door } = setUp()
    expect(door.getState()).toEqual({ current: { status: 'idle' }, waiting: [] })
    expect(door.desk()).toBeNull()
  })

  it('tells those who listened before there was a desk', () => {
    const { door, receive, notices } = setUp()
    const listener = vi.fn()
    door.subscribe(listener)
    door.attach()
    receive()
    expect(listener).toHaveBeenCalled()
    expect(door.getState().current).toMatchObject({ status: 'revealed', key })
    expect(notices).toEqual(['secretShown'])
  })

  it('leads to one desk, however often it is opened', () => {
    const { door } = setUp()
    expect(door.open(createSecretDesk)).toBe(door.open(createSecretDesk))
  })

  it('takes nothing in where it was closed before the desk was made', () => {
    const { door, receive } = setUp()
    door.attach()
    door.close('consumer')
    receive()
    expect(door.desk()?.read()).toBeNull()
  })

  it('wipes what comes after everybody left, after the same grace as ever', () => {
    vi.useFakeTimers()
    const { door, receive, notices } = setUp()
    door.attach()()
    receive()
    expect(door.desk()?.read()).toBe('the secret')
    vi.advanceTimersByTime(2000)
    expect(door.desk()?.read()).toBeNull()
    expect(notices).toEqual(['secretShown', 'secretClosed'])
    vi.useRealTimers()
  })

  it('keeps what it holds for whoever comes back in time, as StrictMode does', () => {
    vi.useFakeTimers()
    const { door, receive } = setUp()
    door.attach()
    receive()
    door.attach()()
    door.attach()
    vi.advanceTimersByTime(5000)
    expect(door.desk()?.read()).toBe('the secret')
    vi.useRealTimers()
  })
})

function setUp() {
  const notices: string[] = []
  const door = createSecretDoor({
    now: () => 0,
    ttlMs: 60_000,
    startsVisible: false,
    onNotice: ({ type }) => notices.push(type),
  })
  const receive = () =>
    door.open(createSecretDesk).receive({ key, previous: null, origin: 'create' }, 'the secret')
  return { door, receive, notices }
}
