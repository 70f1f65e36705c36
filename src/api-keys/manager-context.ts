'use client'

import { createContext, type RefObject, useContext } from 'react'
import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'
import type { Announcer } from '../hooks/use-announcer.js'
import type { Formatters } from '../locales/create-formatters.js'
import type { StringsAtFirst } from '../locales/strings.js'
import type { SlotClassNames } from '../parts/slot-class.js'

/** What the parts of `ApiKeys` find in the `Root` around them. */
export interface ManagerScope {
  manager: ApiKeyManagerState
  announce: Announcer['announce']
  /** Somebody hears a click: not yet in what a server rendered. */
  isLive: boolean
  /** What every part takes. */
  look: { strings: StringsAtFirst; classNames: SlotClassNames | undefined }
  format: Formatters
  /** Of the title; headings inside come below it. */
  headingLevel: 2 | 3 | 4
  /** The section goes by the title's words. */
  titleId: string
  /** Gets the focus back after a create: by then the button that opened the dialog may be gone. */
  createButton: RefObject<HTMLButtonElement | null>
  /** Around the table; null where there is none. */
  table: RefObject<HTMLDivElement | null>
}

export const ManagerContext = createContext<ManagerScope | null>(null)

export function useManagerScope(): ManagerScope {
  const scope = useContext(ManagerContext)
  if (scope) return scope
  throw new Error(
    'Latchkey: a part of ApiKeys is outside of <ApiKeys.Root>. There it would find keys and words; here it has nothing to show. Put <ApiKeys.Root> around it, as far out as you like.',
  )
}

/** The manager of the `ApiKeys.Root` around, for parts of a host's own. */
export function useApiKeys(): ApiKeyManagerState {
  return useManagerScope().manager
}
