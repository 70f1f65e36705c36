'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { KeyPage } from '../contract/index.js'
import type { ListControls } from './use-list-controls.js'

/** Goes back a page where the last key of the last page is gone, instead of showing a page with nothing on it. */
export function usePageClamp(list: UseQueryResult<KeyPage>, { verbs, state }: ListControls): void {
  const stranded =
    list.isSuccess && !list.isPlaceholderData && list.data.keys.length === 0 && state.cursors.length > 0
  useEffect(() => {
    if (stranded) verbs.previousPage()
  }, [stranded, verbs])
}
