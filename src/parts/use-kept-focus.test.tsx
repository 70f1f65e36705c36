import { render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import type { ReactElement, ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import { list as strings } from '../locales/en/list.js'
import { CreateButton } from './create-button.js'
import { EmptyState } from './empty-state.js'
import { FocusableRows } from './focusable-rows.conformance.js'
import { Root } from './root.js'

interface ListProps {
  names: readonly string[]
  notice?: boolean
  unstyled?: boolean
}

/** The list as far as the focus knows it. */
function List({ names, notice = false, unstyled }: ListProps) {
  return (
    <>
      <Root appearance={{ unstyled }}>
        <button type="button">Beside the list</button>
        <CreateButton classNames={{ unstyled }}>Create key</CreateButton>
        {notice ? <button type="button">Dismiss</button> : null}
        <FocusableRows names={names} />
      </Root>
      <p>Beside everything</p>
    </>
  )
}

/** On the page, and with what is fetched for the focus. */
async function show(page: ReactElement) {
  const shown = render(page)
  await import('./keep-focus.js')
  return shown
}

const button = (name: string) => screen.getByRole('button', { name })

describe('Where what has the focus goes, the focus moves', () => {
  it('to the menu of the row that took its place', async () => {
    const { rerender } = await show(<List names={['one', 'two', 'three']} />)
    button('two').focus()
    rerender(<List names={['one', 'three']} />)
    await waitFor(() => expect(button('three')).toHaveFocus())
  })

  it('to the last row where the last one is gone, and to Create where there is none', async () => {
    const { rerender } = await show(<List names={['one', 'two']} />)
    button('two').focus()
    rerender(<List names={['one']} />)
    await waitFor(() => expect(button('one')).toHaveFocus())
    rerender(<List names={[]} />)
    await waitFor(() => expect(button('Create key')).toHaveFocus())
  })

  it('to Create from what belongs to no row', async () => {
    const { rerender } = await show(<List names={['one']} notice />)
    button('Dismiss').focus()
    rerender(<List names={['one']} />)
    await waitFor(() => expect(button('Create key')).toHaveFocus())
  })
})

it('What had the focus before the code for that came is not lost either', async () => {
  const { rerender } = render(<List names={['one', 'two']} />)
  button('one').focus()
  await import('./keep-focus.js')
  rerender(<List names={['two']} />)
  await waitFor(() => expect(button('two')).toHaveFocus())
})

describe('In an unstyled component, which has no class to be found by', () => {
  it('the way to a new key gets the focus when the last row goes', async () => {
    const { rerender } = await show(<List names={['one']} unstyled />)
    button('one').focus()
    rerender(<List names={[]} unstyled />)
    await waitFor(() => expect(button('Create key')).toHaveFocus())
  })

  it('and so does a host’s own button for the first key', async () => {
    const empty = (
      <EmptyState canCreate strings={strings} classNames={{ unstyled: true }}>
        <button type="button">Make one</button>
      </EmptyState>
    )
    const page = (inside: ReactNode) => (
      <Root appearance={{ unstyled: true }}>
        <button type="button">Beside the list</button>
        {inside}
      </Root>
    )
    const { rerender } = await show(page(<button type="button">One</button>))
    button('One').focus()
    rerender(page(empty))
    await waitFor(() => expect(button('Make one')).toHaveFocus())
  })
})

it('Whoever let go of the focus does not get it back when a row goes', async () => {
  const { rerender } = await show(<List names={['one', 'two']} />)
  await userEvent.click(button('two'))
  await userEvent.click(screen.getByText('Beside everything'))
  expect(document.body).toHaveFocus()
  // Time enough for what is late on purpose.
  await new Promise((resolve) => setTimeout(resolve))
  rerender(<List names={['one']} />)
  await new Promise((resolve) => setTimeout(resolve))
  await new Promise((resolve) => setTimeout(resolve))
  expect(document.body).toHaveFocus()
})
