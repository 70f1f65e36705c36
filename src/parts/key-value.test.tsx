import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { en } from '../locales/en.js'
import { KeyValue } from './key-value.js'

it('says where a key ends, and nothing where nobody knows it, as of one that was imported', () => {
  const value = { prefix: 'acme_', start: '3ZsY', end: 'qovm' }
  const { rerender } = render(<KeyValue value={value} strings={en} data-testid="key" />)
  const key = screen.getByTestId('key')
  expect(key).toHaveTextContent(`acme_3ZsY${en.key.ending}qovm`.replace(/\s+/g, ' '))
  rerender(<KeyValue value={{ ...value, end: '' }} strings={en} data-testid="key" />)
  expect(key.textContent).toBe('acme_3ZsY')
})
