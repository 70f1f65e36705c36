'use client'

import { useEffect, useRef, useState } from 'react'
import type { DialogState } from '../hooks/dialog-state.js'
import type { Gate } from '../hooks/gates.js'
import { keyMenu } from '../hooks/key-menu.js'
import type { ApiKeyView } from '../hooks/to-api-key-view.js'
import type { BulkChoice } from '../locales/list-strings.js'
import { BulkBar as Bar } from '../parts/bulk-bar.js'
import { labelName } from '../parts/label-name.js'
import { callOff } from './call-off.js'
import { gateText } from './gate-text.js'
import { lateDialogs } from './late-dialogs.js'
import { LatePart } from './late-part.js'
import { useManagerScope } from './manager-context.js'
import { selectAllIn } from './select-all-in.js'

/** The bar for what is selected, and the question before something is done to all of it. */
export function SelectionBar() {
  const { manager, announce, look, table } = useManagerScope()
  const { strings } = look
  const { selection, actions, dialog, apiKeys, capabilities } = manager
  const fallbackFocus = () => selectAllIn(table)
  const wanted = dialog.state?.type === 'bulk' ? dialog.state : null
  // As they were when it was asked: what is revoked leaves the selection, and may leave the list.
  const [asked, setAsked] = useState<Asked>(nothingAsked)
  if (wanted && wanted !== asked.request) {
    const nameOf = (id: string) => {
      const key = apiKeys.find((each) => each.id === id)
      return key ? labelName(key, strings) : id
    }
    setAsked({ request: wanted, keys: [...new Set(wanted.ids)].map((id) => ({ id, name: nameOf(id) })) })
  }
  const bar = useRef<HTMLElement>(null)
  const { count } = selection
  const said = useRef(0)
  useEffect(() => {
    if (said.current === count) return
    said.current = count
    announce(strings.selection.count(count))
  }, [count, announce, strings])

  const selected = apiKeys.filter(({ id }) => selection.ids.has(id))
  const ask = (choice: BulkChoice) =>
    dialog.open({ type: 'bulk', action: choice, ids: selected.map(({ id }) => id) })
  const choice = asked.request.action
  const run = actions[actionOf[choice]]
  return (
    <>
      <Bar
        {...look}
        ref={bar}
        count={count}
        choices={choices
          .filter((choice) => actions[actionOf[choice]].reason !== 'unsupported')
          .filter(
            (choice) =>
              choice === 'revoke' || selected.some((key) => offers(key, choice, actions[actionOf[choice]])),
          )
          .map((choice) => ({ choice, reason: gateText(actions[actionOf[choice]], strings, capabilities) }))}
        onChoose={ask}
        onClear={() => {
          fallbackFocus()?.focus()
          selection.clear()
        }}
      />
      <LatePart
        {...look}
        announce={announce}
        late={lateDialogs}
        pick={({ WholeBulkDialog }) => WholeBulkDialog}
        isWanted={wanted !== null}
        onMissing={() => callOff(dialog)}
        props={{
          ...look,
          open: wanted !== null,
          choice,
          keys: asked.keys,
          run,
          leavesList: capabilities?.lacks?.includes('revoked'),
          onClose: dialog.close,
          announce,
          onSubmit: () => run.mutate(asked.keys.map(({ id }) => id)),
          returnFocus: () => bar.current?.querySelector('button') ?? fallbackFocus(),
        }}
      />
    </>
  )
}

interface Asked {
  request: Extract<DialogState, { type: 'bulk' }>
  keys: readonly { id: string; name: string }[]
}

const nothingAsked: Asked = { request: { type: 'bulk', action: 'revoke', ids: [] }, keys: [] }

const choices = ['enable', 'disable', 'revoke'] as const satisfies readonly BulkChoice[]
const actionOf = { revoke: 'bulkRevoke', disable: 'bulkDisable', enable: 'bulkEnable' } as const

/** Whether it could be asked of this key alone: nobody enables keys of which none is disabled. */
function offers(key: ApiKeyView, choice: BulkChoice, gate: Gate): boolean {
  return keyMenu(key, () => gate).some(({ entry }) => entry === choice)
}
