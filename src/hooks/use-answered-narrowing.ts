'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListState } from './list-state.js'
import { searchParam } from './search-text.js'

/**
 * Whether the answer on the page is to a search or a choice of statuses. Until the next answer is here that is the
 * question before: an empty page says something else about the one than about the other.
 */
export function useAnsweredNarrowing(
  { isPlaceholderData }: Pick<UseQueryResult, 'isPlaceholderData'>,
  { settledSearch, statuses }: Pick<ListState, 'settledSearch' | 'statuses'>,
): boolean {
  const isAsked = statuses.length > 0 || searchParam(settledSearch) !== undefined
  const [isAnswered, setAnswered] = useState(isAsked)
  if (isPlaceholderData) return isAnswered
  if (isAnswered !== isAsked) setAnswered(isAsked)
  return isAsked
}
