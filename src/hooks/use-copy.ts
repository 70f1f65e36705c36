'use client'

import { useCallback, useEffect, useRef, useState } from 'react'
import { type CopyFailure, type CopyResult, copyText } from './copy-text.js'

export type { CopyFailure, CopyResult } from './copy-text.js'

export interface UseCopyOptions {
  /** How long `copied` is shown, in milliseconds. @default 2000 */
  resetAfterMs?: number | undefined
}

export interface Copy {
  status: CopyStatus
  /** Why the last attempt failed; null unless `status` is `failed`. */
  reason: CopyFailure | null
  /** Resolves to what the platform said, and never rejects. */
  copy(text: string): Promise<CopyResult>
  reset(): void
}

/** `failed` stays until the next attempt: whoever copies must not miss it. */
export type CopyStatus = 'idle' | 'copying' | 'copied' | 'failed'

/** Copies text and knows whether it worked. The text itself is kept nowhere. */
export function useCopy({ resetAfterMs = 2000 }: UseCopyOptions = {}): Copy {
  const [state, setState] = useState<Pick<Copy, 'status' | 'reason'>>(idle)
  const latest = useRef(0)

  const reset = useCallback(() => {
    latest.current += 1
    setState(idle)
  }, [])

  const copy = useCallback(async (text: string) => {
    latest.current += 1
    const attempt = latest.current
    setState({ status: 'copying', reason: null })
    const result = await copyText(text)
    if (attempt === latest.current) {
      setState(result.ok ? { status: 'copied', reason: null } : { status: 'failed', reason: result.reason })
    }
    return result
  }, [])

  useEffect(() => {
    if (state.status !== 'copied') return
    const timer = setTimeout(reset, resetAfterMs)
    return () => clearTimeout(timer)
  }, [state, reset, resetAfterMs])

  return { ...state, copy, reset }
}

const idle = { status: 'idle', reason: null } as const
