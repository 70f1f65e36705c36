'use client'

import { useEffect, useState } from 'react'
import { type CreateLink, parseCreateLink } from '../contract/create-link.js'
import { useManagerScope } from './manager-context.js'

/**
 * Opens the form for whoever follows a link such as `#lk=create&name=ci&preset=restricted&scopes=orders:read&expires=90d`,
 * e.g. from documentation. The form says that a link filled it in, and nothing is sent before somebody presses its
 * button. The hash goes from the address once it is read. Shows nothing itself; without it, no link opens anything.
 */
export function CreateFromLink() {
  const { manager } = useManagerScope()
  const { view, actions, scopes, dialog, isPolicyPending } = manager
  const [link, setLink] = useState<CreateLink | null>(null)
  useEffect(() => {
    const read = () => {
      const found = parseCreateLink(location.hash)
      if (found === null) return
      // A reload, or the way back, does not ask again.
      history.replaceState(history.state, '', location.pathname + location.search)
      setLink(found)
    }
    read()
    window.addEventListener('hashchange', read)
    return () => window.removeEventListener('hashchange', read)
  }, [])

  const isThere = view === 'ready' || view === 'empty' || view === 'filtered-empty'
  const isDue = link !== null && isThere && !scopes.isPending && !isPolicyPending
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each link
  useEffect(() => {
    if (!isDue) return
    setLink(null)
    if (actions.create.allowed && dialog.state === null) dialog.open({ type: 'create', link })
  }, [isDue])
  return null
}
