'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { LatchkeyError } from '../client/index.js'

/**
 * Why nothing is there, also while it is asked for again: TanStack Query forgets an error as soon as it tries anew, and
 * a skeleton in between would take the button, and the focus, from whoever pressed “Try again”. null: nothing failed.
 *
 * @param question what was asked for, of whom and where. A new one begins without an error.
 */
export function useLastFailure(
  list: UseQueryResult<unknown, LatchkeyError>,
  question: string,
): LatchkeyError | null {
  const [kept, keep] = useState<{ question: string; error: LatchkeyError } | null>(null)
  if (list.error && kept?.error !== list.error) keep({ question, error: list.error })
  else if (kept && list.isSuccess) keep(null)
  if (list.error) return list.error
  return kept !== null && kept.question === question ? kept.error : null
}
