import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useTips } from './use-tips.js'

afterEach(() => {
  vi.useRealTimers()
})

it('stays for as long as the pointer is on it, and goes soon after (WCAG 1.4.13)', () => {
  vi.useFakeTimers()
  render(<Times />)
  fireEvent.pointerOver(screen.getByText('1 hr. ago'))
  act(() => vi.advanceTimersByTime(500))
  fireEvent.pointerLeave(screen.getByTestId('list'))
  act(() => vi.advanceTimersByTime(100))
  fireEvent.pointerEnter(screen.getByRole('tooltip'))
  act(() => vi.advanceTimersByTime(60_000))
  expect(screen.getByRole('tooltip')).toBeInTheDocument()
  fireEvent.pointerLeave(screen.getByRole('tooltip'))
  act(() => vi.advanceTimersByTime(500))
  expect(screen.queryByRole('tooltip')).toBeNull()
})

function Times() {
  const { tip, hold, release, handlers } = useTips(() => 'at 16:40:00')
  return (
    <>
      <div data-testid="list" {...handlers}>
        <span data-tip="">1 hr. ago</span>
      </div>
      {tip ? (
        <div role="tooltip" onPointerEnter={hold} onPointerLeave={release}>
          {tip.text}
        </div>
      ) : null}
    </>
  )
}
