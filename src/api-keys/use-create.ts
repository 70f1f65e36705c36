'use client'

import { gateText } from './gate-text.js'
import { useManagerScope } from './manager-context.js'

/** What a button needs that creates: why it cannot now, and the way to the form. */
export function useCreate(): { reason: string | undefined; open(): void } {
  const { manager, look } = useManagerScope()
  const { actions, capabilities, dialog } = manager
  return {
    reason: gateText(actions.create, look.strings, capabilities),
    open: () => (actions.create.allowed ? dialog.open({ type: 'create' }) : undefined),
  }
}
