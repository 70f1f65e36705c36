import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { ApiKeyManager } from './index.js'

it('Both live regions are there, empty, before anything has loaded: one that comes with its text is not heard', () => {
  const page = document.createElement('div')
  page.innerHTML = renderToString(<ApiKeyManager baseUrl="/api/keys" />)
  const regions = [...page.querySelectorAll('[aria-live]')]
  expect(regions.map((region) => region.getAttribute('aria-live'))).toEqual(['polite', 'assertive'])
  expect(regions.map((region) => region.textContent)).toEqual(['', ''])
  expect(regions.every((region) => region.closest('[aria-hidden="true"], [hidden]') === null)).toBe(true)
})
