import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import { StrictMode } from 'react'
import { describe, expect, it } from 'vitest'
import { useQueryClientOrOwn } from './use-query-client-or-own.js'

describe('the query client', () => {
  it("is the host's where there is one, with its defaults untouched", () => {
    const host = new QueryClient({ defaultOptions: { queries: { staleTime: 7 } } })
    const { result } = renderHook(() => useQueryClientOrOwn(undefined), {
      wrapper: ({ children }) => <QueryClientProvider client={host}>{children}</QueryClientProvider>,
    })
    expect(result.current).toBe(host)
    expect(host.getDefaultOptions()).toEqual({ queries: { staleTime: 7 } })
  })

  it('is the one that was given, before any other', () => {
    const given = new QueryClient()
    const { result } = renderHook(() => useQueryClientOrOwn(given), {
      wrapper: ({ children }) => (
        <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
      ),
    })
    expect(result.current).toBe(given)
  })

  it('is a private one without a host, the same for as long as the component lives, and no one else’s', () => {
    const one = renderHook(() => useQueryClientOrOwn(undefined), { wrapper: StrictMode })
    const other = renderHook(() => useQueryClientOrOwn(undefined))
    const first = one.result.current
    one.rerender()
    expect(one.result.current).toBe(first)
    expect(other.result.current).not.toBe(first)
  })
})
