import { onlineManager } from '@tanstack/react-query'
import { type OperationName, operations } from 'latchkey/contract'
import { useLayoutEffect } from 'react'
import type { StoryBackend } from './story-server.ts'

type Faults = NonNullable<StoryBackend['faults']>

/** What the toolbar's network does to a story's server; undefined: what the story itself says. */
export function faultsOf(network: unknown): Faults | undefined {
  switch (network) {
    case 'fast':
      return {}
    case 'slow':
      return { latencyMs: 3_000 }
    case 'offline':
      return { unreachable: true }
    case 'serverError':
      return { status: everywhere(500) }
    case 'rateLimited':
      return { status: everywhere(429) }
    default:
      return undefined
  }
}

/** What the browser itself says of the toolbar's network. */
export function useBrowserNetwork(network: unknown): void {
  useLayoutEffect(() => {
    if (network !== 'offline') return
    onlineManager.setOnline(false)
    return () => onlineManager.setOnline(true)
  }, [network])
}

function everywhere(status: 429 | 500): Partial<Record<OperationName, 429 | 500>> {
  return Object.fromEntries(Object.keys(operations).map((name) => [name, status]))
}
