'use client'

import { useMemo } from 'react'
import { toLatchkeyError } from '../client/index.js'
import { checksumLength, parseKey, secretPartLength } from '../contract/index.js'
import { createKeyCache } from './key-cache.js'
import type { PastedKey } from './pasted-key.js'
import { pastedShape } from './search-text.js'
import { sha256Hex } from './sha256-hex.js'
import type { ApiKeySource } from './use-api-key-source.js'
import { useScopedReducer } from './use-scoped-reducer.js'

/**
 * Finds out which key somebody pasted: among those that are here by the id in it, else by asking the server for its
 * SHA-256. The text itself is a parameter of one function and of nothing else: it is not sent, kept or told.
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
      const shape = pastedShape.exec(text)
      if (!shape) return tell(null)
      const environment = shape[1]?.endsWith('_test_') ? 'test' : 'live'
      const rest = shape[3] ?? ''
      if (rest.length !== secretPartLength + checksumLength) return tell({ status: 'cut', environment })
      if (!parseKey(shape[0]).ok) return tell({ status: 'mistyped', environment })
      const key = createKeyCache(source.queryClient, source).find(shape[2] ?? '')
      if (key) return tell({ status: 'found', environment, key })
      tell({ status: 'asking', environment })
      void ask(source, shape[0]).then((answer) => tell({ environment, ...answer }))
    }
  }, [source, set])
  return [pasted, look]
}

type Answer = PastedKey extends infer P
  ? P extends { environment: unknown }
    ? Omit<P, 'environment'>
    : never
  : never

async function ask({ client }: ApiKeySource, text: string): Promise<Answer> {
  const digest = await sha256Hex(text)
  if (digest === null || !client.identify || !client.get) return { status: 'notAsked' }
  try {
    const { id } = await client.identify(digest)
    return { status: 'found', key: (await client.get(id)).key }
  } catch (thrown) {
    const error = toLatchkeyError(thrown)
    return error.code === 'not_found' ? { status: 'notFound' } : { status: 'failed', error }
  }
}

function newest(_: PastedKey | null, found: PastedKey | null): PastedKey | null {
  return found
}
