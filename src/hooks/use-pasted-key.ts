'use client'

import { useMemo } from 'react'
import type { LatchkeyError } from '../client/index.js'
import { type Acts, lateActs } from './late-acts.js'
import type { PastedKey } from './pasted-key.js'
import { matchKey } from './search-text.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { useScopedReducer } from './use-scoped-reducer.js'

/**
 * Finds out which key somebody pasted. The text itself is a parameter of functions and of nothing else: it is not sent,
 * kept or told.
 */
export function usePastedKey(source: ApiKeySource): [pasted: PastedKey | null, look: (text: string) => void] {
  const [pasted, set] = useScopedReducer(newest, null, source.consumerId ?? null)
  const look = useMemo(() => {
    let turn = 0
    return (text: string) => {
      turn += 1
      const mine = turn
      const tell = (found: PastedKey | null) => {
        if (mine === turn) set(found)
      }
      const shape = matchKey(text)
      if (!shape) return tell(null)
      const environment = shape[1]?.endsWith('_test_') ? 'test' : 'live'
      const find = ({ findPastedKey }: Acts) =>
        findPastedKey(source, text, (finding) => tell({ environment, ...finding }))
      const acts = lateActs.loaded()
      if (acts) return find(acts)
      tell({ environment, status: 'asking' })
      lateActs.load().then(find, (error: LatchkeyError) => tell({ environment, status: 'failed', error }))
    }
  }, [source, set])
  return [pasted, look]
}

function newest(_: PastedKey | null, found: PastedKey | null): PastedKey | null {
  return found
}
