'use client'

import type { ApiKeyManagerState } from '../hooks/api-key-manager-state.js'
import { keyMenu } from '../hooks/key-menu.js'
import { IdentifiedKey } from '../parts/identified-key.js'
import { useManagerScope } from './manager-context.js'

/** Whose key it is that somebody pasted into the search, and what can be done about it. */
export function WhoseKey() {
  const { manager, look } = useManagerScope()
  const { pasted } = manager.search
  if (!pasted) return null
  return (
    <IdentifiedKey
      {...look}
      status={pasted.status}
      {...(pasted.status === 'found' ? whatToDo(manager, pasted.key.id, pasted.key.name) : null)}
    />
  )
}

/** What can be done with a key that leaked: dialogs are about keys on the page, where the search has put it. */
function whatToDo({ apiKeys, actions, dialog }: ApiKeyManagerState, id: string, name: string) {
  const key = apiKeys.find((each) => each.id === id)
  const entries = key ? keyMenu(key, (action) => actions[action]) : []
  const offer = (type: 'rotate' | 'revoke', wanted: readonly string[]) =>
    entries.some(({ entry, gate }) => wanted.includes(entry) && gate.allowed)
      ? () => dialog.open({ type, id })
      : undefined
  return {
    name,
    onRotate: offer('rotate', ['rotate']),
    onRevoke: offer('revoke', ['revoke', 'revokeOld']),
  }
}
