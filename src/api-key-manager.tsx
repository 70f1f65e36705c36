'use client'

import { forwardRef, type ReactNode } from 'react'
import * as ApiKeys from './api-keys/index.js'
import type { RootProps } from './api-keys/root.js'
import type { SecretTools } from './parts/secret-view.js'

/** What is left over, such as `id`, `aria-*` and `data-*`, goes to the `<section>` around everything. */
export interface ApiKeyManagerProps extends Omit<RootProps, 'title' | 'children'> {
  title?: ReactNode | undefined
  /** One sentence under the title; null: none. */
  description?: ReactNode | undefined
  /** How the step that shows a new secret helps to put it to use. */
  secretTools?: SecretTools | undefined
}

/**
 * Lists, creates, rotates and revokes API keys, over any backend that speaks the contract. Its parts in this order;
 * for another order, another place or less of them, compose `ApiKeys` yourself.
 */
export const ApiKeyManager = forwardRef<HTMLElement, ApiKeyManagerProps>(function ApiKeyManager(
  { title, description, secretTools, ...root },
  ref,
) {
  return (
    <ApiKeys.Root {...root} ref={ref}>
      <ApiKeys.Header title={title} description={description} />
      <ApiKeys.Notices />
      <ApiKeys.Toolbar />
      <ApiKeys.List selection />
      <ApiKeys.BulkBar />
      <ApiKeys.Footer />
      <ApiKeys.HygieneBanner />
      <ApiKeys.Dialogs secretTools={secretTools} />
    </ApiKeys.Root>
  )
})
