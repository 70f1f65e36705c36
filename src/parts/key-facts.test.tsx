import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { createFormatters } from '../locales/create-formatters.js'
import { en } from '../locales/en.js'
import { KeyFacts } from './key-facts.js'
import type { KeyView } from './key-view.js'
import { sampleView } from './sample-view.conformance.js'

const format = createFormatters({ locale: 'en-US', timeZone: 'UTC', hourCycle: 'h23' })

const view: KeyView = {
  ...sampleView,
  createdBy: null,
  disabledAt: '2026-03-03T10:00:00Z',
  status: 'disabled',
}

it('A key without a limit has the usual one, and nothing is said of it where its backend has no such thing', () => {
  const facts = (lacks: string[], rateLimit: KeyView['rateLimit'] = null) => (
    <KeyFacts view={{ ...view, rateLimit }} lacks={lacks} strings={en} format={format} />
  )
  const { rerender } = render(facts([]))
  expect(screen.getByText(en.details.usualRateLimit)).toBeInTheDocument()
  rerender(facts(['usualRateLimit']))
  expect(screen.queryByText(en.details.rateLimit)).toBeNull()
  rerender(facts(['usualRateLimit'], { limit: 100, windowSeconds: 60 }))
  expect(screen.getByText(en.details.rateLimit)).toBeInTheDocument()
})

it('A key tells when it was changed and disabled, and not where its backend does not know', () => {
  const facts = (lacks?: string[]) => <KeyFacts view={view} lacks={lacks} strings={en} format={format} />
  const { rerender } = render(facts())
  expect(screen.getByText('Last changed')).toBeInTheDocument()
  expect(screen.getByText('Disabled')).toBeInTheDocument()
  rerender(facts(['updatedAt', 'disabledAt']))
  expect(screen.queryByText('Last changed')).toBeNull()
  expect(screen.queryByText('Disabled')).toBeNull()
})
