'use client'

import { useEffect, useRef, useState } from 'react'
import type { BulkChoice } from '../locales/list-strings.js'
import { BulkBar as Bar } from '../parts/bulk-bar.js'
import { gateText } from './gate-text.js'
import { callOff, LateDialog } from './late-dialog.js'
import { lateBulkDialog } from './late-dialogs.js'
import { useManagerScope } from './manager-context.js'
import { selectAllIn } from './select-all-in.js'

/** The bar for what is selected, and the question before something is done to all of it. */
export function BulkBar() {
  const { manager, announce, look, table } = useManagerScope()
  const { strings } = look
  const { selection, actions, dialog, apiKeys, capabilities } = manager
  const fallbackFocus = () => selectAllIn(table)
  // As they were when it was asked: what is revoked leaves the selection, and may leave the list.
  const [asked, setAsked] = useState<{ choice: BulkChoice; keys: readonly { id: string; name: string }[] }>({
    choice: 'revoke',
    keys: [],
  })
  const bar = useRef<HTMLElement>(null)
  const { count } = selection
  const said = useRef(0)
  useEffect(() => {
    if (said.current === count) return
    said.current = count
    announce(strings.selection.count(count))
  }, [count, announce, strings])

  const ask = (choice: BulkChoice) => {
    const keys = apiKeys.filter(({ id }) => selection.ids.has(id)).map(({ id, name }) => ({ id, name }))
    setAsked({ choice, keys })
    dialog.open({ type: 'bulk', action: choice, ids: keys.map(({ id }) => id) })
  }
  const run = actions[actionOf[asked.choice]]
  return (
    <>
      <Bar
        {...look}
        ref={bar}
        count={count}
        choices={choices
          .filter((choice) => actions[actionOf[choice]].reason !== 'unsupported')
          .map((choice) => ({ choice, reason: gateText(actions[actionOf[choice]], strings, capabilities) }))}
        onChoose={ask}
        onClear={() => {
          fallbackFocus()?.focus()
          selection.clear()
        }}
      />
      <LateDialog
        {...look}
        late={lateBulkDialog}
        isWanted={dialog.state?.type === 'bulk'}
        onMissing={() => callOff(dialog)}
        props={{
          ...look,
          open: dialog.state?.type === 'bulk',
          choice: asked.choice,
          keys: asked.keys,
          run,
          onClose: dialog.close,
          announce,
          onSubmit: () => run.mutate(asked.keys.map(({ id }) => id)),
          returnFocus: () => bar.current?.querySelector('button') ?? fallbackFocus(),
        }}
      />
    </>
  )
}

const choices = ['enable', 'disable', 'revoke'] as const satisfies readonly BulkChoice[]
const actionOf = { revoke: 'bulkRevoke', disable: 'bulkDisable', enable: 'bulkEnable' } as const
