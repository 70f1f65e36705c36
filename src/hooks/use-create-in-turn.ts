'use client'

import { useCallback, useRef } from 'react'
import type { ApiKey, CreateInput } from '../contract/index.js'
import { useLatest } from './use-latest.js'

/**
 * Creates several keys, one after the other. Where one fails, the same list given again goes on from there: the keys
 * before it are not made a second time.
 */
export function useCreateInTurn(
  create: (input: CreateInput) => Promise<ApiKey>,
): (inputs: CreateInput | readonly CreateInput[]) => Promise<ApiKey[]> {
  const latest = useLatest(create)
  const halted = useRef<{ print: string; created: ApiKey[] } | null>(null)
  return useCallback(
    async (given) => {
      const inputs: readonly CreateInput[] = Array.isArray(given) ? given : [given]
      const print = JSON.stringify(inputs)
      const created = halted.current?.print === print ? halted.current.created : []
      halted.current = { print, created }
      for (const input of inputs.slice(created.length)) created.push(await latest.current(input))
      halted.current = null
      return created
    },
    [latest],
  )
}
