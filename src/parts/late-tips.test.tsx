import { fireEvent, render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import { sampleView } from './sample-view.conformance.js'
import { TipTable } from './tip-table.js'

const network = vi.hoisted(() => ({ isDown: true }))

vi.mock('./tips.js', (load) => {
  if (network.isDown) throw new Error('no network')
  return load()
})

const view = { ...sampleView, lastUsedAt: '2026-11-23T17:38:00Z' }
const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })

it('A tooltip that did not come is fetched again by the next that is pointed at', async () => {
  render(
    <TipTable subjectOf={() => ({ view, usage: 'unavailable' })} strings={en} format={format}>
      <tbody>
        <tr>
          <td data-tip="lastUsed">2 min. ago</td>
        </tr>
      </tbody>
    </TipTable>,
  )
  fireEvent.pointerOver(screen.getByText('2 min. ago'))
  await vi.dynamicImportSettled()
  network.isDown = false
  fireEvent.pointerOver(screen.getByText('2 min. ago'))
  expect(await screen.findByRole('tooltip')).toHaveTextContent('November 23, 2026')
})
